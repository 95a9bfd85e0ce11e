package dev.kanmin.trademissions.timetable;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.BendableScore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may meet, when, where and with whose help; and, once it was planned, who does. */
@PlanningSolution
public final class Timetable {
  private List<Slot> slots = List.of();
  private List<Table> tables = List.of();
  private List<Party> parties = List.of();
  @ValueRangeProvider private List<Place> places = List.of();
  @ValueRangeProvider private List<Interpreter> interpreters = List.of();
  @PlanningEntityCollectionProperty private List<Encounter> encounters = List.of();

  @PlanningScore(
      bendableHardLevelsSize = Level.HARD_LEVELS,
      bendableSoftLevelsSize = Level.SOFT_LEVELS)
  private @Nullable BendableScore score;

  /** For the solver, which copies timetables field by field. */
  public Timetable() {}

  /** Indexes are places in these lists; of parties, in companies and counterparts together. */
  public Timetable(
      List<Slot> slots,
      List<Table> tables,
      List<Party> parties,
      List<Interpreter> interpreters,
      List<Encounter> encounters) {
    this.slots = slots;
    this.tables = tables;
    this.parties = parties;
    this.interpreters = interpreters;
    this.encounters = encounters;
    for (Encounter encounter : encounters) {
      encounter.company().wishesOneMore();
      encounter.counterpart().wishesOneMore();
    }
    this.places = new ArrayList<>();
    for (Slot slot : slots) {
      for (Table table : tables) {
        places.add(new Place(slot, table));
      }
    }
  }

  /** The same, as it is now, whatever becomes of this one. */
  Timetable copy() {
    Timetable copy = new Timetable();
    copy.slots = slots;
    copy.tables = tables;
    copy.parties = parties;
    copy.places = places;
    copy.interpreters = interpreters;
    copy.encounters = encounters.stream().map(Encounter::copy).toList();
    copy.score = score;
    return copy;
  }

  /** The place, as the one object that stands for it. */
  public Place place(int slot, int table) {
    return places.get(slot * tables.size() + table);
  }

  public List<Slot> slots() {
    return slots;
  }

  public List<Table> tables() {
    return tables;
  }

  List<Party> parties() {
    return parties;
  }

  public List<Interpreter> interpreters() {
    return interpreters;
  }

  public List<Encounter> encounters() {
    return encounters;
  }

  public @Nullable BendableScore score() {
    return score;
  }

  // ---- the solver's own access, under the names that it looks for

  public List<Place> getPlaces() {
    return places;
  }

  public List<Interpreter> getInterpreters() {
    return interpreters;
  }

  public List<Encounter> getEncounters() {
    return encounters;
  }

  public @Nullable BendableScore getScore() {
    return score;
  }

  public void setScore(@Nullable BendableScore newScore) {
    score = newScore;
  }
}
