package dev.kanmin.trademissions.timetable;

import ai.timefold.solver.core.api.score.BendableScore;

/**
 * What is wanted of a timetable, the most important first. A lower level is only looked at among
 * timetables that are equal in all above it.
 */
public enum Level {
  /** Meetings of the plan before stay as they were. */
  KEPT(0),
  /** Both parties asked, and they meet. */
  MUTUAL(1),
  /** Requests are met by the priorities that agencies gave them. */
  PRIORITIES(2),
  /** Whoever is served least comes first. */
  FAIRNESS(3),
  /** Nobody waits between two meetings of a day. */
  GAPS(4),
  /** A party stays at its table. */
  TABLES(5);

  static final int HARD_LEVELS = 1;
  static final int SOFT_LEVELS = 6;
  static final BendableScore HARD = BendableScore.ofHard(HARD_LEVELS, SOFT_LEVELS, 0, 1);

  private final int number;

  Level(int number) {
    this.number = number;
  }

  BendableScore one() {
    return BendableScore.ofSoft(HARD_LEVELS, SOFT_LEVELS, number, 1);
  }
}
