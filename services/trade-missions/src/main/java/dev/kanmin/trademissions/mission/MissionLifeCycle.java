package dev.kanmin.trademissions.mission;

import static dev.kanmin.trademissions.mission.MissionState.ANNOUNCED;
import static dev.kanmin.trademissions.mission.MissionState.CANCELLED;
import static dev.kanmin.trademissions.mission.MissionState.DRAFT;
import static dev.kanmin.trademissions.mission.MissionState.OPEN;
import static dev.kanmin.trademissions.mission.MissionState.POSTPONED;
import static dev.kanmin.trademissions.mission.MissionState.REPORTED;
import static dev.kanmin.trademissions.mission.MissionState.SELECTED;
import static dev.kanmin.trademissions.mission.MissionState.SELECTING;
import static dev.kanmin.trademissions.mission.MissionState.TERMINATED;
import static dev.kanmin.trademissions.mission.MissionState.UNDERWAY;

import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.events.aggregates.LifeCycle.Role;
import dev.kanmin.events.aggregates.LifeCycle.Row;
import dev.kanmin.trademissions.mission.MissionCommand.*;
import java.util.List;
import java.util.Optional;

/** What may be done with a mission, when and by whom. */
final class MissionLifeCycle {
  static final String SCOPE = "missions:write";

  /** The organiser is responsible, and co-organisers may act for it; supporters may not. */
  static final List<Role<Mission>> OWN =
      List.of(
          new Role<>("organiser", Mission::isOrganisedBy),
          new Role<>("co-organiser", Mission::isCoOrganisedBy));

  static final LifeCycle<MissionCommand, Mission> TABLE =
      LifeCycle.of("mission", SCOPE, Mission::state, MissionRules.NOT_IN_THIS_STATE)
          .others(MissionRules.NOT_YOUR_MISSION)
          .with(
              verb("draft", Draft.class)
                  .to(DRAFT)
                  .unless(MissionRules.ALREADY_DRAFTED, MissionRules::drafted),
              verb("record-past", RecordPast.class)
                  .to(REPORTED)
                  .unless(MissionRules.ALREADY_DRAFTED, MissionRules::drafted),
              verb("revise", Revise.class).from(DRAFT).by(OWN),
              verb("announce", Announce.class)
                  .from(DRAFT)
                  .to(ANNOUNCED)
                  .by(OWN)
                  .unless(MissionRules.NOT_READY_TO_ANNOUNCE, MissionRules::lackingToAnnounce)
                  .unless(MissionRules.DATES_IN_THE_PAST, MissionRules::firstDayOver)
                  .repeatable(),
              verb("open", Open.class)
                  .from(ANNOUNCED)
                  .to(OPEN)
                  .by(OWN)
                  .unless(MissionRules.KIND_TAKES_NO_APPLICATIONS, MissionRules::ofClosedKind)
                  .unless(MissionRules.NOT_READY_TO_OPEN, MissionRules::lackingToOpen)
                  .unless(MissionRules.APPLICATION_DEADLINE_PASSED, MissionRules::deadlinePassed)
                  .repeatable(),
              verb("extend-deadline", ExtendDeadline.class)
                  .from(ANNOUNCED, OPEN)
                  .by(OWN)
                  .unless(MissionRules.KIND_TAKES_NO_APPLICATIONS, MissionRules::ofClosedKind),
              verb("start-selection", StartSelection.class)
                  .from(OPEN)
                  .to(SELECTING)
                  .by(OWN)
                  .repeatable(),
              verb("finish-selection", FinishSelection.class)
                  .from(SELECTING)
                  .to(SELECTED)
                  .by(OWN)
                  .unless(MissionRules.APPLICATIONS_UNDECIDED, MissionRules::undecided)
                  .repeatable(),
              verb("start", Start.class)
                  .from(ANNOUNCED, SELECTED)
                  .to(UNDERWAY)
                  .by(OWN)
                  .unless(MissionRules.NOT_IN_THIS_STATE, MissionRules::selectionToCome)
                  .unless(MissionRules.NOT_BEGUN_YET, MissionRules::firstDayToCome)
                  .repeatable(),
              verb("report", GiveReport.class)
                  .from(UNDERWAY)
                  .to(REPORTED)
                  .by(OWN)
                  .repeatable((asked, it) -> it.report().equals(Optional.of(asked.report()))),
              verb("postpone", Postpone.class)
                  .from(ANNOUNCED, OPEN, SELECTING, SELECTED)
                  .to(POSTPONED)
                  .by(OWN)
                  .repeatable(),
              verb("resume", Resume.class)
                  .from(POSTPONED)
                  .to(ANNOUNCED, OPEN, SELECTING, SELECTED)
                  .by(OWN),
              verb("reschedule", Reschedule.class)
                  .from(ANNOUNCED, OPEN, SELECTING, SELECTED)
                  .by(OWN),
              verb("amend", Amend.class)
                  .from(ANNOUNCED, OPEN, SELECTING, SELECTED, POSTPONED)
                  .by(OWN)
                  .unless(MissionRules.TOO_MANY_AMENDMENTS, MissionRules::amendedTooOften),
              verb("cancel", Cancel.class)
                  .from(DRAFT, ANNOUNCED, OPEN, SELECTING, SELECTED, POSTPONED)
                  .to(CANCELLED)
                  .by(OWN)
                  .repeatable(),
              verb("terminate", Terminate.class).from(UNDERWAY).to(TERMINATED).by(OWN).repeatable(),
              verb("apply", Apply.class)
                  .from(OPEN)
                  .unless(MissionRules.APPLICATION_DEADLINE_PASSED, MissionRules::deadlinePassed)
                  .unless(MissionRules.TOO_MANY_APPLICATIONS, MissionRules::full),
              verb("follow-company", FollowCompany.class).from(MissionState.values()).internal(),
              verb("lapse-offers", LapseOffers.class).from(SELECTED).internal());

  private MissionLifeCycle() {}

  private static <K extends MissionCommand> Row<K, Mission> verb(String code, Class<K> command) {
    return LifeCycle.verb(code, command);
  }
}
