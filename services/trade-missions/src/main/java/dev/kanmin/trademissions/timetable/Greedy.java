package dev.kanmin.trademissions.timetable;

import java.util.Comparator;
import java.util.List;

/**
 * Plans as one does by hand: one request after the other gets the first slot in which everybody is
 * free, and nothing is moved any more.
 */
public final class Greedy {
  private static final Comparator<Encounter> BY_WORTH =
      Comparator.comparing(Encounter::mutual)
          .thenComparingInt(Encounter::worth)
          .reversed()
          .thenComparingInt(Encounter::index);

  private Greedy() {}

  /** In the order in which the first request for each encounter came. */
  public static void firstCome(Timetable timetable) {
    fill(timetable, timetable.encounters());
  }

  /** Mutual requests first, then by priority: where the search begins. */
  static void byWorth(Timetable timetable) {
    fill(timetable, timetable.encounters().stream().sorted(BY_WORTH).toList());
  }

  private static void fill(Timetable timetable, List<Encounter> inOrder) {
    Occupancy occupancy = new Occupancy(timetable);
    for (Encounter encounter : inOrder) {
      if (!encounter.isPlaced() && !encounter.pinned()) {
        for (Slot slot : timetable.slots()) {
          if (occupancy.putIfFree(encounter, slot, 0)) {
            break;
          }
        }
      }
    }
    occupancy
        .takeBack()
        .forEach(change -> change.encounter().put(change.place(), change.interpreter()));
  }
}
