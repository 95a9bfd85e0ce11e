package dev.kanmin.trademissions.timetable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A timetable in figures, counted without the solver.
 *
 * @param leastServedPercent share of its wishes that the party gets that gets least; 100 when
 *     nobody asked
 * @param waitingSlots between two meetings of a party on one day, over all parties
 * @param tableChanges tables of a party on a day beyond the first, over all parties
 * @param moved encounters of the plan before that have another slot or none
 */
public record TimetableFigures(
    int meetings,
    int encounters,
    int mutual,
    int mutualMet,
    int worth,
    int worthMet,
    int leastServedPercent,
    int waitingSlots,
    int tableChanges,
    int moved) {

  public static TimetableFigures of(Timetable timetable) {
    List<Encounter> all = timetable.encounters();
    List<Encounter> placed = all.stream().filter(Encounter::isPlaced).toList();
    int waiting = 0;
    int changes = 0;
    int least = 100;
    for (Party party : timetable.parties()) {
      List<Encounter> own =
          placed.stream().filter(it -> it.company() == party || it.counterpart() == party).toList();
      if (party.wishes() > 0) {
        least = Math.min(least, 100 * own.size() / party.wishes());
      }
      for (List<Encounter> day : byDay(own)) {
        int first = slots(day).min().orElse(0);
        int last = slots(day).max().orElse(-1);
        waiting += last - first + 1 - day.size();
        changes += (int) day.stream().map(Encounter::table).distinct().count() - 1;
      }
    }
    return new TimetableFigures(
        placed.size(),
        all.size(),
        (int) all.stream().filter(Encounter::mutual).count(),
        (int) placed.stream().filter(Encounter::mutual).count(),
        all.stream().mapToInt(Encounter::worth).sum(),
        placed.stream().mapToInt(Encounter::worth).sum(),
        least,
        waiting,
        changes,
        (int) all.stream().filter(it -> it.disruption() >= Encounter.MOVED).count());
  }

  private static IntStream slots(List<Encounter> day) {
    return day.stream().mapToInt(it -> it.slot().index());
  }

  private static List<List<Encounter>> byDay(List<Encounter> encounters) {
    List<List<Encounter>> days = new ArrayList<>();
    encounters.stream()
        .mapToInt(it -> it.slot().day())
        .distinct()
        .forEach(
            day -> days.add(encounters.stream().filter(it -> it.slot().day() == day).toList()));
    return days;
  }
}
