package dev.kanmin.trademissions.mission;

import dev.kanmin.trademissions.mission.MissionEvent.MissionRescheduled;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The part of the decider that is about new dates, for a postponed mission or another. */
final class Rescheduling {
  private Rescheduling() {}

  /**
   * The dates of a mission that goes on in that state; they must be ahead, and so must be the
   * deadline while it counts. Once applications are closed it counts no more: one that would be
   * after the beginning falls away.
   *
   * @param stops the new ones; empty when the old ones stay
   * @param deadline the new one; empty when the old one stays
   * @return empty when nothing is new
   */
  static Optional<MissionRescheduled> of(
      Mission mission,
      MissionState goesOn,
      List<Stop> stops,
      Optional<Deadline> deadline,
      Instant at) {
    boolean closed = goesOn == MissionState.SELECTING || goesOn == MissionState.SELECTED;
    if (closed && deadline.isPresent()) {
      throw MissionRules.NOT_IN_THIS_STATE.refuse(
          "Applications are closed; leave the deadline out.", "/deadline");
    }
    MissionPlan plan = mission.plan();
    List<Stop> newStops = stops.isEmpty() ? plan.stops() : stops;
    Optional<Deadline> newDeadline =
        deadline
            .or(plan::deadline)
            .filter(it -> !closed || it.at().isBefore(newStops.getFirst().begins()));
    Mission changed = mission.planned(plan.rescheduled(newStops, newDeadline));
    PlanChecks.dates(changed.plan(), mission.kind());
    MissionRules.NOT_READY_TO_ANNOUNCE.check(MissionRules.lackingToAnnounce(changed));
    MissionRules.DATES_IN_THE_PAST.check(MissionRules.firstDayOver(changed, at));
    if (goesOn == MissionState.OPEN) {
      MissionRules.APPLICATION_DEADLINE_PASSED.check(MissionRules.deadlinePassed(changed, at));
    }
    return changed.plan().equals(plan)
        ? Optional.empty()
        : Optional.of(
            new MissionRescheduled(changed.plan().period().orElseThrow(), newStops, newDeadline));
  }
}
