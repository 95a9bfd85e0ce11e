package dev.kanmin.trademissions.timetable;

import java.util.BitSet;
import java.util.Set;

/** An interpreter; compared by identity, as parties are. */
public final class Interpreter {
  private final int index;
  private final Set<String> languages;
  private final BitSet absent;

  /**
   * @param index from 0
   * @param languages between which it interprets
   * @param absent indexes of the slots in which it cannot come
   */
  public Interpreter(int index, Set<String> languages, BitSet absent) {
    this.index = index;
    this.languages = languages;
    this.absent = absent;
  }

  public int index() {
    return index;
  }

  Set<String> languages() {
    return languages;
  }

  public boolean isFreeAt(Slot slot) {
    return !absent.get(slot.index());
  }

  /** Whether both parties can talk through this interpreter. */
  public boolean serves(Party one, Party other) {
    return one.understands(this) && other.understands(this);
  }
}
