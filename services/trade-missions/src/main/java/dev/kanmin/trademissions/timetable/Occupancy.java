package dev.kanmin.trademissions.timetable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is where at each slot of a timetable, and what would happen if: encounters are put and
 * removed in here alone, until {@link #takeBack} makes all of it undone. The hard constraints hold
 * in every state that {@link #put} leads to.
 */
final class Occupancy {
  private final Timetable timetable;
  private final int tables;
  private final @Nullable Encounter[][] byParty;
  private final @Nullable Encounter[][] byTable;
  private final @Nullable Encounter[][] byInterpreter;
  private final Map<Encounter, Seat> touched = new LinkedHashMap<>();

  /** What an encounter has; nothing if it has no place. */
  record Seat(@Nullable Place place, @Nullable Interpreter interpreter) {
    static final Seat NONE = new Seat(null, null);
  }

  Occupancy(Timetable timetable) {
    this.timetable = timetable;
    int slots = timetable.slots().size();
    tables = timetable.tables().size();
    byParty = new Encounter[timetable.parties().size()][slots];
    byTable = new Encounter[tables][slots];
    byInterpreter = new Encounter[timetable.interpreters().size()][slots];
    for (Encounter encounter : timetable.encounters()) {
      mark(encounter, seatOf(encounter), encounter);
    }
  }

  private static Seat seatOf(Encounter encounter) {
    return encounter.isPlaced() ? new Seat(encounter.place(), encounter.interpreter()) : Seat.NONE;
  }

  private void mark(Encounter encounter, Seat seat, @Nullable Encounter sign) {
    Place place = seat.place();
    if (place == null) {
      return;
    }
    int slot = place.slot().index();
    byParty[encounter.company().index()][slot] = sign;
    byParty[encounter.counterpart().index()][slot] = sign;
    byTable[place.table().index()][slot] = sign;
    Interpreter interpreter = seat.interpreter();
    if (interpreter != null) {
      byInterpreter[interpreter.index()][slot] = sign;
    }
  }

  Seat seat(Encounter encounter) {
    Seat changed = touched.get(encounter);
    return changed == null ? seatOf(encounter) : changed;
  }

  @Nullable Encounter of(Party party, Slot slot) {
    return byParty[party.index()][slot.index()];
  }

  @Nullable Encounter at(Table table, Slot slot) {
    return byTable[table.index()][slot.index()];
  }

  @Nullable Encounter with(Interpreter interpreter, Slot slot) {
    return byInterpreter[interpreter.index()][slot.index()];
  }

  void remove(Encounter encounter) {
    mark(encounter, seat(encounter), null);
    touched.put(encounter, Seat.NONE);
  }

  void put(Encounter encounter, Seat seat) {
    mark(encounter, seat, encounter);
    touched.put(encounter, seat);
  }

  /**
   * Puts an encounter into a slot in which everybody and a table are free.
   *
   * @param from the table to be tried first, by index
   * @return whether there was a place for it
   */
  boolean putIfFree(Encounter encounter, Slot slot, int from) {
    if (!bothCome(encounter, slot)
        || of(encounter.company(), slot) != null
        || of(encounter.counterpart(), slot) != null) {
      return false;
    }
    Optional<Interpreter> interpreter = freeInterpreter(encounter, slot);
    if (encounter.needsInterpreter() && interpreter.isEmpty()) {
      return false;
    }
    Optional<Table> table = freeTable(encounter, slot, from);
    table.ifPresent(
        it ->
            put(
                encounter,
                new Seat(timetable.place(slot.index(), it.index()), interpreter.orElse(null))));
    return table.isPresent();
  }

  static boolean bothCome(Encounter encounter, Slot slot) {
    return encounter.company().isFreeAt(slot) && encounter.counterpart().isFreeAt(slot);
  }

  /** One that is free and can be talked through; none if none is needed. */
  Optional<Interpreter> freeInterpreter(Encounter encounter, Slot slot) {
    if (!encounter.needsInterpreter()) {
      return Optional.empty();
    }
    for (Interpreter interpreter : timetable.interpreters()) {
      if (helps(interpreter, encounter, slot) && with(interpreter, slot) == null) {
        return Optional.of(interpreter);
      }
    }
    return Optional.empty();
  }

  static boolean helps(Interpreter interpreter, Encounter encounter, Slot slot) {
    return interpreter.isFreeAt(slot)
        && interpreter.serves(encounter.company(), encounter.counterpart());
  }

  /** A free table with enough seats; first one at which a party sits anyway, if it does. */
  Optional<Table> freeTable(Encounter encounter, Slot slot, int from) {
    for (int near = slot.index() - 1; near <= slot.index() + 1; near += 2) {
      if (near >= 0 && near < timetable.slots().size()) {
        Slot beside = timetable.slots().get(near);
        for (Party party : List.of(encounter.counterpart(), encounter.company())) {
          Encounter neighbour = of(party, beside);
          if (neighbour != null) {
            Place place = seat(neighbour).place();
            if (place != null && isFree(place.table(), encounter, slot)) {
              return Optional.of(place.table());
            }
          }
        }
      }
    }
    for (int i = 0; i < tables; i++) {
      Table table = timetable.tables().get((from + i) % tables);
      if (isFree(table, encounter, slot)) {
        return Optional.of(table);
      }
    }
    return Optional.empty();
  }

  private boolean isFree(Table table, Encounter encounter, Slot slot) {
    return table.seats() >= encounter.people() && at(table, slot) == null;
  }

  /** What was put and removed since the beginning or the last time. */
  List<Rearrangement.Change> takeBack() {
    List<Rearrangement.Change> changes = new ArrayList<>();
    touched.forEach(
        (encounter, seat) -> {
          changes.add(new Rearrangement.Change(encounter, seat.place(), seat.interpreter()));
          mark(encounter, seat, null);
        });
    touched.clear();
    for (Rearrangement.Change change : changes) {
      mark(change.encounter(), seatOf(change.encounter()), change.encounter());
    }
    return changes;
  }
}
