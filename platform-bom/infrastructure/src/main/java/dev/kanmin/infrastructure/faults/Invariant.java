package dev.kanmin.infrastructure.faults;

/** What must hold whatever fails, by the number it has in {@code docs/faults.md}. */
public enum Invariant {
  /** An answer is a success, a refusal that is deserved, or "come back later". */
  PROPER_ANSWERS(0, "improper answers"),
  /** Every event that the answer to a command named is on the topic and in the feed. */
  NOTHING_LOST(1, "lost"),
  /** There is no event that nobody asked for. */
  NO_PHANTOM(2, "phantoms"),
  /** The sequence of a subject rises by one in the order of its partition, copies left out. */
  IN_ORDER(3, "out of order"),
  /** A view shows the fold of the log, however often the log repeats itself. */
  VIEW_IS_FOLD(4, "views that differ"),
  /** The log repeats no more than what was in flight. */
  DUPLICATES_BOUNDED(5, "copies too many"),
  /** The dead-letter topics hold the poison and nothing else; other keys go on. */
  DEAD_LETTERS_ARE_THE_POISON(6, "dead letters astray"),
  /** The committed offsets of a consumer group never step back. */
  OFFSETS_RISE(7, "offsets that stepped back"),
  /** All outboxes are empty and all views complete a bounded time after the last fault. */
  BACKLOG_ENDS(8, "backlogs that stayed"),
  /** A command repeated under its key has one effect and gets the same answer. */
  ONE_EFFECT(9, "second effects"),
  /** Who was answered is the actor of the event. */
  ON_ITS_EVENT(10, "events of somebody else"),
  /**
   * What one client takes, others do not feel: not in their times, nor in what they are answered.
   */
  OTHERS_UNDISTURBED(11, "disturbances");

  private final int number;
  private final String violations;

  Invariant(int number, String violations) {
    this.number = number;
    this.violations = violations;
  }

  public int number() {
    return number;
  }

  /** What its violations are called, completing "0 …". */
  public String violations() {
    return violations;
  }
}
