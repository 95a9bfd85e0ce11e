package dev.kanmin.trademissions.timetable;

import ai.timefold.solver.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import ai.timefold.solver.core.impl.score.director.ScoreDirector;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What the search tries. A full timetable has hardly a place in which one encounter fits by itself;
 * so whoever is in the way gives way, and looks for another place at once.
 */
public final class Rearrangements implements MoveIteratorFactory<Timetable, Rearrangement> {
  @Override
  public long getSize(ScoreDirector<Timetable> director) {
    Timetable timetable = director.getWorkingSolution();
    return (long) timetable.encounters().size()
        * timetable.slots().size()
        * timetable.tables().size();
  }

  @Override
  public Iterator<Rearrangement> createOriginalMoveIterator(ScoreDirector<Timetable> director) {
    throw new UnsupportedOperationException("The search is at random");
  }

  @Override
  public Iterator<Rearrangement> createRandomMoveIterator(
      ScoreDirector<Timetable> director, RandomGenerator random) {
    return new Trying(director.getWorkingSolution(), random);
  }

  /** One step's tries, on the timetable as it stands. */
  private static final class Trying implements Iterator<Rearrangement> {
    /** So often it looks for something to try before it leaves all as it is. */
    private static final int PATIENCE = 20;

    private final Timetable timetable;
    private final RandomGenerator random;
    private final Occupancy occupancy;
    private final List<Encounter> placed = new ArrayList<>();
    private final List<Encounter> waiting = new ArrayList<>();

    Trying(Timetable timetable, RandomGenerator random) {
      this.timetable = timetable;
      this.random = random;
      this.occupancy = new Occupancy(timetable);
      for (Encounter encounter : timetable.encounters()) {
        if (!encounter.pinned()) {
          (encounter.isPlaced() ? placed : waiting).add(encounter);
        }
      }
    }

    @Override
    public boolean hasNext() {
      return !placed.isEmpty() || !waiting.isEmpty();
    }

    @Override
    public Rearrangement next() {
      if (!hasNext()) {
        throw new NoSuchElementException("Everything is pinned");
      }
      for (int i = 0; i < PATIENCE; i++) {
        boolean found = tryOne();
        List<Rearrangement.Change> changes = occupancy.takeBack();
        if (found) {
          return new Rearrangement(changes);
        }
      }
      return new Rearrangement(List.of());
    }

    private boolean tryOne() {
      if (placed.isEmpty() || (!waiting.isEmpty() && random.nextInt(100) < 50)) {
        return bringIn(anyOf(waiting), anyOf(timetable.slots()));
      }
      Encounter encounter = anyOf(placed);
      if (random.nextInt(100) < 40) {
        return changeTable(encounter);
      }
      Slot old = encounter.slot();
      occupancy.remove(encounter);
      Slot other = anyOf(timetable.slots());
      return other.index() != old.index() && bringIn(encounter, other);
    }

    /** Puts it there, and whoever is in the way elsewhere or, for now, nowhere. */
    private boolean bringIn(Encounter encounter, Slot slot) {
      if (!Occupancy.bothCome(encounter, slot)) {
        return false;
      }
      List<Encounter> displaced = new ArrayList<>();
      if (!displace(occupancy.of(encounter.company(), slot), displaced)
          || !displace(occupancy.of(encounter.counterpart(), slot), displaced)
          || !freeAnInterpreter(encounter, slot, displaced)
          || !freeATable(encounter, slot, displaced)
          || !occupancy.putIfFree(encounter, slot, anyTable())) {
        return false;
      }
      displaced.forEach(this::rehouse);
      return true;
    }

    private boolean displace(@Nullable Encounter inTheWay, List<Encounter> displaced) {
      if (inTheWay == null) {
        return true;
      }
      if (inTheWay.pinned()) {
        return false;
      }
      occupancy.remove(inTheWay);
      displaced.add(inTheWay);
      return true;
    }

    private boolean freeAnInterpreter(Encounter encounter, Slot slot, List<Encounter> displaced) {
      if (!encounter.needsInterpreter() || occupancy.freeInterpreter(encounter, slot).isPresent()) {
        return true;
      }
      List<Interpreter> able =
          timetable.interpreters().stream()
              .filter(it -> Occupancy.helps(it, encounter, slot))
              .toList();
      return !able.isEmpty() && displace(occupancy.with(anyOf(able), slot), displaced);
    }

    private boolean freeATable(Encounter encounter, Slot slot, List<Encounter> displaced) {
      if (occupancy.freeTable(encounter, slot, 0).isPresent()) {
        return true;
      }
      Table table = timetable.tables().get(anyTable());
      return table.seats() >= encounter.people() && displace(occupancy.at(table, slot), displaced);
    }

    private void rehouse(Encounter encounter) {
      int from = random.nextInt(timetable.slots().size());
      for (int i = 0; i < timetable.slots().size(); i++) {
        Slot slot = timetable.slots().get((from + i) % timetable.slots().size());
        if (occupancy.putIfFree(encounter, slot, anyTable())) {
          return;
        }
      }
    }

    /** Changes tables with whoever sits there in that slot. */
    private boolean changeTable(Encounter encounter) {
      Slot slot = encounter.slot();
      Table old = encounter.table();
      Table other = tableToLike(encounter);
      Encounter sitting = occupancy.at(other, slot);
      if (other.index() == old.index()
          || other.seats() < encounter.people()
          || (sitting != null && (sitting.pinned() || old.seats() < sitting.people()))) {
        return false;
      }
      occupancy.remove(encounter);
      if (sitting != null) {
        occupancy.remove(sitting);
        occupancy.put(sitting, seat(slot, old, sitting));
      }
      occupancy.put(encounter, seat(slot, other, encounter));
      return true;
    }

    private Occupancy.Seat seat(Slot slot, Table table, Encounter encounter) {
      return new Occupancy.Seat(
          timetable.place(slot.index(), table.index()), encounter.interpreter());
    }

    /** Mostly one at which a party of it sits in another slot. */
    private Table tableToLike(Encounter encounter) {
      Party party = random.nextBoolean() ? encounter.company() : encounter.counterpart();
      Encounter elsewhere = occupancy.of(party, anyOf(timetable.slots()));
      return elsewhere == null || elsewhere == encounter
          ? timetable.tables().get(anyTable())
          : elsewhere.table();
    }

    private int anyTable() {
      return random.nextInt(timetable.tables().size());
    }

    private <T> T anyOf(List<T> list) {
      return list.get(random.nextInt(list.size()));
    }
  }
}
