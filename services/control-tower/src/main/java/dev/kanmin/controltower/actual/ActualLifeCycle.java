package dev.kanmin.controltower.actual;

import static dev.kanmin.controltower.actual.ActualState.ACCEPTED;
import static dev.kanmin.controltower.actual.ActualState.APPROVED;
import static dev.kanmin.controltower.actual.ActualState.DRAFT;
import static dev.kanmin.controltower.actual.ActualState.RETURNED;
import static dev.kanmin.controltower.actual.ActualState.SUBMITTED;

import dev.kanmin.controltower.actual.ActualCommand.*;
import dev.kanmin.controltower.agency.TowerAgencies;
import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.events.aggregates.LifeCycle.Role;
import dev.kanmin.events.aggregates.LifeCycle.Row;
import java.util.List;

/** What may be done with a reported figure, when and by which level. */
final class ActualLifeCycle {
  static final String KIND = "actual";

  private static final String APPROVING = "tower:approve";

  private static final Role<Actual> OWNER = new Role<>("owner", Actual::isOwnedBy);
  private static final Role<Actual> TOWER =
      new Role<>("control-tower", (_, agency) -> TowerAgencies.has(agency));

  private static final List<Role<Actual>> AGENCY = List.of(OWNER);
  private static final List<Role<Actual>> TOP = List.of(TOWER);

  static final LifeCycle<ActualCommand, Actual> TABLE =
      LifeCycle.of(KIND, "tower:write", Actual::state, ActualRules.NOT_IN_THIS_STATE)
          .others(ActualRules.NOT_YOUR_ACTUAL)
          .with(
              verb("report", Report.class)
                  .to(DRAFT)
                  .unless(ActualRules.ALREADY_REPORTED, ActualRules::reportedBefore),
              verb("correct", Correct.class).from(DRAFT, RETURNED).to(DRAFT).by(AGENCY),
              verb("submit", Submit.class)
                  .from(DRAFT, RETURNED)
                  .to(SUBMITTED)
                  .by(AGENCY)
                  .repeatable(),
              verb("return", Return.class)
                  .from(SUBMITTED, APPROVED)
                  .to(RETURNED)
                  .by(List.of(OWNER, TOWER))
                  .scope(APPROVING)
                  .repeatable(),
              verb("approve", Approve.class)
                  .from(SUBMITTED)
                  .to(APPROVED)
                  .by(AGENCY)
                  .scope(APPROVING)
                  .repeatable(),
              verb("accept", Accept.class)
                  .from(APPROVED)
                  .to(ACCEPTED)
                  .by(TOP)
                  .scope(APPROVING)
                  .unless(ActualRules.PROVISIONAL, ActualRules::provisional)
                  .repeatable(),
              verb("unlock", Unlock.class).from(ACCEPTED).to(APPROVED).by(TOP).scope(APPROVING));

  private ActualLifeCycle() {}

  private static <K extends ActualCommand> Row<K, Actual> verb(String code, Class<K> command) {
    return LifeCycle.verb(code, command);
  }
}
