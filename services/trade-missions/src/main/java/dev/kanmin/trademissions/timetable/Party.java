package dev.kanmin.trademissions.timetable;

import java.util.BitSet;
import java.util.Collections;
import java.util.Set;

/**
 * A company or a counterpart. Compared by identity: a timetable has one object for each, and the
 * solver compares them all the time.
 */
public final class Party {
  private final int index;
  private final int people;
  private final Set<String> languages;
  private final BitSet absent;
  private int wishes;

  /**
   * @param index from 0, over companies and counterparts together
   * @param people how many come to a meeting
   * @param languages which it speaks
   * @param absent indexes of the slots in which it cannot come
   */
  public Party(int index, int people, Set<String> languages, BitSet absent) {
    this.index = index;
    this.people = people;
    this.languages = languages;
    this.absent = absent;
  }

  int index() {
    return index;
  }

  int people() {
    return people;
  }

  /** How many encounters it is part of. */
  int wishes() {
    return wishes;
  }

  void wishesOneMore() {
    wishes++;
  }

  public boolean isFreeAt(Slot slot) {
    return !absent.get(slot.index());
  }

  boolean speaksWith(Party other) {
    return !Collections.disjoint(languages, other.languages);
  }

  boolean understands(Interpreter interpreter) {
    return !Collections.disjoint(languages, interpreter.languages());
  }
}
