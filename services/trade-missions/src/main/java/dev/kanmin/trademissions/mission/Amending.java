package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.trademissions.mission.MissionCommand.Amend;
import dev.kanmin.trademissions.mission.MissionCommand.VenueOfStop;
import dev.kanmin.trademissions.mission.MissionEvent.MissionAmended;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of the decider that is about corrections of what was announced. */
final class Amending {
  private Amending() {}

  /**
   * The mission as it is put right, and what of it is other than before.
   *
   * @return empty when nothing is
   */
  static Optional<MissionAmended> of(Mission mission, Amend asked, Optional<LocalizedText> reason) {
    MissionPlan plan = mission.plan();
    List<Field> fields = asked.fields().isEmpty() ? plan.fields() : asked.fields();
    MissionPlan amended =
        plan.amended(
            asked.title().orElse(plan.title()),
            fields,
            stops(plan.stops(), asked.venues()),
            asked.capacity().or(plan::capacity),
            asked.fee().or(plan::fee));
    PlanChecks.amendable(amended);
    asked
        .capacity()
        .filter(capacity -> capacity < mission.placesTaken())
        .ifPresent(
            _ -> {
              throw MissionRules.PLACES_TAKEN.refuse(
                  mission.placesTaken() + " places are taken or offered.", "/capacity");
            });
    List<MissionPart> changed = changed(plan, amended);
    return changed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new MissionAmended(
                changed,
                amended.title(),
                amended.fields(),
                amended.stops(),
                amended.capacity(),
                amended.fee(),
                reason));
  }

  private static List<Stop> stops(List<Stop> stops, List<VenueOfStop> venues) {
    List<Stop> moved = new ArrayList<>(stops);
    Checks.each(
        venues,
        "/venues",
        (venue, place) -> {
          if (venue.stop() < 1 || venue.stop() > moved.size()) {
            throw MissionRules.NO_SUCH_STOP.refuse(
                "Its stops are numbered from 1 to " + moved.size() + ".", place + "/stop");
          }
          Checks.text(venue.venue(), PlanChecks.LONGEST_NAME, place + "/venue");
          moved.set(venue.stop() - 1, moved.get(venue.stop() - 1).in(venue.venue()));
        });
    return List.copyOf(moved);
  }

  private static List<MissionPart> changed(MissionPlan before, MissionPlan after) {
    List<MissionPart> changed = new ArrayList<>();
    if (!before.title().equals(after.title())) {
      changed.add(MissionPart.TITLE);
    }
    if (!before.fields().equals(after.fields())) {
      changed.add(MissionPart.FIELDS);
    }
    if (!before.stops().equals(after.stops())) {
      changed.add(MissionPart.VENUE);
    }
    if (!before.capacity().equals(after.capacity())) {
      changed.add(MissionPart.CAPACITY);
    }
    if (!before.fee().equals(after.fee())) {
      changed.add(MissionPart.FEE);
    }
    return List.copyOf(changed);
  }
}
