package dev.kanmin.trademissions.timetable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why an encounter has no place, slot by slot by the hard constraints, and what it would cost to
 * give it one.
 *
 * @param reason the first of {@link Reason} that holds
 * @param companyBusy slots in which both could come and the company meets somebody else
 * @param counterpartBusy the same of the counterpart
 * @param noTable slots in which every table that is large enough is taken
 * @param noInterpreter slots in which every interpreter of their languages is taken or away
 * @param cheapest where the fewest others would have to give way
 */
public record WhyNot(
    Reason reason,
    int companyBusy,
    int counterpartBusy,
    int noTable,
    int noInterpreter,
    Optional<Alternative> cheapest) {

  /** From what no plan could change to what another plan could. */
  public enum Reason {
    /** There is no slot in which both can come. */
    NEVER_BOTH_THERE,
    /** No table has enough seats. */
    NO_TABLE_LARGE_ENOUGH,
    /** Nobody who is there when both can come speaks both languages. */
    NO_INTERPRETER_OF_THE_LANGUAGES,
    /** Whenever both can come, one of them meets somebody else. */
    PARTIES_BUSY,
    /** Both are free at some time; then all tables are taken. */
    TABLES_TAKEN,
    /** Both are free at some time, and a table; then all interpreters are taken. */
    INTERPRETERS_TAKEN,
    /** There is a free place: the search was stopped before it found it. */
    NOT_TRIED_YET
  }

  /** A slot, and who would have to give way there. */
  public record Alternative(Slot slot, List<Encounter> inTheWay) {}

  /** Of an encounter that has no place. */
  public static WhyNot of(Timetable timetable, Encounter encounter) {
    return new Look(timetable, new Occupancy(timetable), encounter).look();
  }

  /** One look through all slots. */
  private static final class Look {
    private final Timetable timetable;
    private final Occupancy occupancy;
    private final Encounter encounter;
    private int both;
    private int understood;
    private int companyBusy;
    private int counterpartBusy;
    private int bothFree;
    private int noTable;
    private int noInterpreter;
    private boolean freePlace;
    private @Nullable Alternative cheapest;

    Look(Timetable timetable, Occupancy occupancy, Encounter encounter) {
      this.timetable = timetable;
      this.occupancy = occupancy;
      this.encounter = encounter;
    }

    WhyNot look() {
      for (Slot slot : timetable.slots()) {
        if (Occupancy.bothCome(encounter, slot)) {
          both++;
          look(slot);
        }
      }
      return new WhyNot(
          reason(),
          companyBusy,
          counterpartBusy,
          noTable,
          noInterpreter,
          Optional.ofNullable(cheapest));
    }

    private void look(Slot slot) {
      Set<Encounter> inTheWay = new LinkedHashSet<>();
      companyBusy += busy(occupancy.of(encounter.company(), slot), inTheWay);
      counterpartBusy += busy(occupancy.of(encounter.counterpart(), slot), inTheWay);
      boolean free = inTheWay.isEmpty();
      bothFree += free ? 1 : 0;
      boolean table = occupancy.freeTable(encounter, slot, 0).isPresent();
      noTable += table ? 0 : 1;
      List<Interpreter> able =
          timetable.interpreters().stream()
              .filter(it -> Occupancy.helps(it, encounter, slot))
              .toList();
      boolean canTalk = !encounter.needsInterpreter() || !able.isEmpty();
      understood += canTalk ? 1 : 0;
      boolean interpreter =
          !encounter.needsInterpreter()
              || able.stream().anyMatch(it -> occupancy.with(it, slot) == null);
      noInterpreter += interpreter ? 0 : 1;
      freePlace |= free && table && interpreter;
      if (canTalk && !free) {
        remember(slot, inTheWay);
      }
    }

    private static int busy(@Nullable Encounter other, Set<Encounter> inTheWay) {
      if (other == null) {
        return 0;
      }
      inTheWay.add(other);
      return 1;
    }

    private void remember(Slot slot, Set<Encounter> inTheWay) {
      Alternative here = new Alternative(slot, List.copyOf(inTheWay));
      if (cheapest == null || cost(here) < cost(cheapest)) {
        cheapest = here;
      }
    }

    private static int cost(Alternative one) {
      return one.inTheWay().stream().mapToInt(it -> it.worth() + (it.mutual() ? 100 : 0)).sum();
    }

    private Reason reason() {
      if (both == 0) {
        return Reason.NEVER_BOTH_THERE;
      }
      if (timetable.tables().stream().noneMatch(it -> it.seats() >= encounter.people())) {
        return Reason.NO_TABLE_LARGE_ENOUGH;
      }
      if (understood == 0) {
        return Reason.NO_INTERPRETER_OF_THE_LANGUAGES;
      }
      if (freePlace) {
        return Reason.NOT_TRIED_YET;
      }
      if (bothFree == 0) {
        return Reason.PARTIES_BUSY;
      }
      return noTable >= noInterpreter ? Reason.TABLES_TAKEN : Reason.INTERPRETERS_TAKEN;
    }
  }
}
