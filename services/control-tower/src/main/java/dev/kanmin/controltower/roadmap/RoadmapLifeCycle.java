package dev.kanmin.controltower.roadmap;

import static dev.kanmin.controltower.roadmap.RoadmapState.ARCHIVED;
import static dev.kanmin.controltower.roadmap.RoadmapState.AT_RISK;
import static dev.kanmin.controltower.roadmap.RoadmapState.DELAYED;
import static dev.kanmin.controltower.roadmap.RoadmapState.DONE;
import static dev.kanmin.controltower.roadmap.RoadmapState.ONGOING;
import static dev.kanmin.controltower.roadmap.RoadmapState.ON_TRACK;
import static dev.kanmin.controltower.roadmap.RoadmapState.PLANNED;

import dev.kanmin.controltower.agency.TowerAgencies;
import dev.kanmin.controltower.roadmap.RoadmapCommand.*;
import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.events.aggregates.LifeCycle.Role;
import dev.kanmin.events.aggregates.LifeCycle.Row;
import java.util.List;

/** What may be done with an action of the roadmap, when and by whom. */
final class RoadmapLifeCycle {
  static final String KIND = "roadmap-action";

  private static final String APPROVING = "tower:approve";

  private static final List<Role<RoadmapAction>> OWN =
      List.of(new Role<>("owner", RoadmapAction::isOwnedBy));
  private static final List<Role<RoadmapAction>> TOP =
      List.of(new Role<>("control-tower", (_, agency) -> TowerAgencies.has(agency)));

  private static final RoadmapState[] LIVE = {PLANNED, ON_TRACK, AT_RISK, DELAYED, ONGOING};

  static final LifeCycle<RoadmapCommand, RoadmapAction> TABLE =
      LifeCycle.of(KIND, "tower:write", RoadmapAction::state, RoadmapRules.NOT_IN_THIS_STATE)
          .others(RoadmapRules.NOT_YOUR_ACTION)
          .with(
              verb("plan", PlanAction.class)
                  .to(PLANNED)
                  .unless(RoadmapRules.ALREADY_PLANNED, RoadmapRules::plannedBefore),
              verb("amend", Amend.class).from(LIVE).by(OWN),
              verb("write-update", WriteUpdate.class).from(LIVE).by(OWN),
              verb("submit-update", SubmitUpdate.class)
                  .from(LIVE)
                  .to(ON_TRACK, AT_RISK, DELAYED, ONGOING, DONE)
                  .by(OWN),
              verb("approve-date", ApproveDate.class).from(LIVE).by(TOP).scope(APPROVING),
              verb("reject-date", RejectDate.class).from(LIVE).by(TOP).scope(APPROVING),
              verb("archive", Archive.class)
                  .from(PLANNED, ON_TRACK, AT_RISK, DELAYED, ONGOING, DONE)
                  .to(ARCHIVED)
                  .by(OWN)
                  .repeatable(),
              verb("note-delay", NoteDelay.class).from(LIVE).internal());

  private RoadmapLifeCycle() {}

  private static <K extends RoadmapCommand> Row<K, RoadmapAction> verb(
      String code, Class<K> command) {
    return LifeCycle.verb(code, command);
  }
}
