package dev.kanmin.trademissions.timetable;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A company and a counterpart of which at least one asked for the other: a meeting, if it finds a
 * place. There is one for each pair, whoever asked.
 */
@PlanningEntity
public final class Encounter {
  /** Taking a meeting away costs more than moving it, and a new time more than a new table. */
  static final int DROPPED = 10;

  static final int MOVED = 4;
  static final int SEATED_ELSEWHERE = 1;

  private static final Party NOBODY = new Party(0, 0, Set.of(), new BitSet());

  @PlanningId private int index;
  private Party company = NOBODY;
  private Party counterpart = NOBODY;
  private boolean mutual;
  private int worth;
  private @Nullable Place before;
  private @Nullable Interpreter interpreterBefore;
  @PlanningPin private boolean pinned;

  @PlanningVariable(allowsUnassigned = true)
  private @Nullable Place place;

  @PlanningVariable(allowsUnassigned = true)
  private @Nullable Interpreter interpreter;

  /** For the solver, which copies encounters field by field. */
  public Encounter() {}

  /**
   * @param index from 0, in the order of the first request
   * @param mutual both asked for it
   * @param worth sum of the priorities of its requests
   */
  public Encounter(int index, Party company, Party counterpart, boolean mutual, int worth) {
    this.index = index;
    this.company = company;
    this.counterpart = counterpart;
    this.mutual = mutual;
    this.worth = worth;
  }

  /** It stands in a plan from which as little as possible is to change. */
  public Encounter before(Place oldPlace, @Nullable Interpreter oldInterpreter) {
    before = oldPlace;
    interpreterBefore = oldInterpreter;
    return put(oldPlace, oldInterpreter);
  }

  /** It stays where it is. */
  public Encounter pin() {
    pinned = true;
    return this;
  }

  public Encounter put(@Nullable Place newPlace, @Nullable Interpreter newInterpreter) {
    place = newPlace;
    interpreter = newInterpreter;
    return this;
  }

  Encounter copy() {
    Encounter copy = new Encounter(index, company, counterpart, mutual, worth);
    copy.before = before;
    copy.interpreterBefore = interpreterBefore;
    copy.pinned = pinned;
    return copy.put(place, interpreter);
  }

  public int index() {
    return index;
  }

  public Party company() {
    return company;
  }

  public Party counterpart() {
    return counterpart;
  }

  public boolean mutual() {
    return mutual;
  }

  public int worth() {
    return worth;
  }

  @Nullable Place before() {
    return before;
  }

  public boolean pinned() {
    return pinned;
  }

  public @Nullable Place place() {
    return place;
  }

  public @Nullable Interpreter interpreter() {
    return interpreter;
  }

  public boolean isPlaced() {
    return place != null;
  }

  public boolean needsInterpreter() {
    return !company.speaksWith(counterpart);
  }

  public int people() {
    return company.people() + counterpart.people() + (needsInterpreter() ? 1 : 0);
  }

  /** The slot of one that is placed. */
  public Slot slot() {
    return placed().slot();
  }

  public Table table() {
    return placed().table();
  }

  private Place placed() {
    if (place == null) {
      throw new IllegalStateException("Encounter " + index + " has no place");
    }
    return place;
  }

  /** How much was changed of what stood: 0 if nothing. */
  int disruption() {
    if (before == null) {
      return 0;
    }
    if (place == null) {
      return DROPPED;
    }
    if (place.slot().index() != before.slot().index()) {
      return MOVED;
    }
    return place.table().index() != before.table().index() || interpreter != interpreterBefore
        ? SEATED_ELSEWHERE
        : 0;
  }

  // ---- the solver's own access, under the names that it looks for

  public int getIndex() {
    return index;
  }

  public boolean isPinned() {
    return pinned;
  }

  public @Nullable Place getPlace() {
    return place;
  }

  public void setPlace(@Nullable Place newPlace) {
    place = newPlace;
  }

  public @Nullable Interpreter getInterpreter() {
    return interpreter;
  }

  public void setInterpreter(@Nullable Interpreter newInterpreter) {
    interpreter = newInterpreter;
  }

  @Override
  public String toString() {
    return "Encounter " + index;
  }
}
