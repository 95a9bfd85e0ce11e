package dev.kanmin.controltower.roadmap;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Coded;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.controltower.counting.Scope;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The state of an action of the roadmap.
 *
 * @param due the day that holds: a new one only after it is approved
 * @param updates one for each month, by month
 * @param changes dates that were asked for, first to last
 * @param delays what later dates of other actions mean for this one
 */
record RoadmapAction(
    String id,
    RoadmapState state,
    Optional<AgencyCode> owner,
    Optional<Plan> plan,
    Optional<LocalDate> due,
    @JsonSetter(nulls = AS_EMPTY) List<Update> updates,
    @JsonSetter(nulls = AS_EMPTY) List<DateChange> changes,
    @JsonSetter(nulls = AS_EMPTY) List<Delay> delays) {

  static final RoadmapAction NONE =
      new RoadmapAction(
          "",
          RoadmapState.PLANNED,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of());

  /**
   * What is to be done.
   *
   * @param measure the measure (施策) that it belongs to
   * @param office code that the agency gives its office
   * @param scope a cell, a country, a field, or all
   * @param due last day; absent where it has no end
   * @param dependsOn actions that must be finished before this one can be
   */
  @Schema(name = "RoadmapPlan")
  record Plan(
      LocalizedText title,
      String measure,
      Optional<String> office,
      Scope scope,
      Optional<LocalDate> due,
      @JsonSetter(nulls = AS_EMPTY) List<Milestone> milestones,
      @JsonSetter(nulls = AS_EMPTY) List<String> dependsOn,
      @JsonSetter(nulls = AS_EMPTY) boolean sample) {}

  /** A day by which a part is done. */
  @Schema(name = "RoadmapMilestone")
  record Milestone(String code, LocalizedText name, LocalDate due) {}

  /** Labels stand in the code list {@code roadmap-update-states}. */
  enum UpdateState implements Coded {
    IN_PROGRESS,
    READY,
    SUBMITTED
  }

  /**
   * What is said of a month.
   *
   * @param month as 2026-10
   * @param status on-track, at-risk, delayed, ongoing or done
   * @param reason why it is not on track
   * @param newDue a date that is asked for
   * @param reached codes of milestones
   */
  @Schema(name = "RoadmapUpdate")
  record Update(
      String month,
      UpdateState state,
      RoadmapState status,
      String progress,
      Optional<String> reason,
      Optional<LocalDate> newDue,
      @JsonSetter(nulls = AS_EMPTY) List<String> reached) {
    Update in(UpdateState newState) {
      return new Update(month, newState, status, progress, reason, newDue, reached);
    }
  }

  /** Labels stand in the code list {@code date-change-states}. */
  enum ChangeState implements Coded {
    REQUESTED,
    APPROVED,
    REJECTED
  }

  /**
   * A date that was asked for; it stays in the history whatever became of it.
   *
   * @param number from 1
   * @param answer what the control tower said
   */
  @Schema(name = "RoadmapDateChange")
  record DateChange(
      int number,
      ChangeState state,
      Optional<LocalDate> from,
      LocalDate to,
      String why,
      Optional<String> answer) {
    DateChange in(ChangeState newState, Optional<String> newAnswer) {
      return new DateChange(number, newState, from, to, why, newAnswer);
    }
  }

  /**
   * Another action ends later than this one may wait.
   *
   * @param from the action whose date moved
   * @param theirDue its day now
   */
  @Schema(name = "RoadmapDelay")
  record Delay(String from, LocalDate theirDue, LocalDate notedOn) {}

  Plan known() {
    return plan.orElseThrow();
  }

  boolean isOwnedBy(AgencyCode agency) {
    return owner.equals(Optional.of(agency));
  }

  Optional<Update> updateOf(String month) {
    return updates.stream().filter(it -> it.month().equals(month)).findFirst();
  }

  Optional<DateChange> change(int number) {
    return changes.stream().filter(it -> it.number() == number).findFirst();
  }

  RoadmapAction in(RoadmapState newState) {
    return new RoadmapAction(id, newState, owner, plan, due, updates, changes, delays);
  }

  RoadmapAction planned(Plan newPlan) {
    return new RoadmapAction(id, state, owner, Optional.of(newPlan), due, updates, changes, delays);
  }

  RoadmapAction with(Update update) {
    List<Update> all =
        Stream.concat(
                updates.stream().filter(it -> !it.month().equals(update.month())),
                Stream.of(update))
            .sorted(Comparator.comparing(Update::month))
            .toList();
    return new RoadmapAction(id, state, owner, plan, due, all, changes, delays);
  }

  RoadmapAction with(DateChange change) {
    List<DateChange> all =
        Stream.concat(
                changes.stream().filter(it -> it.number() != change.number()), Stream.of(change))
            .sorted(Comparator.comparingInt(DateChange::number))
            .toList();
    return new RoadmapAction(id, state, owner, plan, due, updates, all, delays);
  }

  RoadmapAction dueOn(LocalDate day) {
    return new RoadmapAction(id, state, owner, plan, Optional.of(day), updates, changes, delays);
  }

  /** The latest date of each other action counts. */
  RoadmapAction with(Delay delay) {
    List<Delay> all =
        Stream.concat(
                delays.stream().filter(it -> !it.from().equals(delay.from())), Stream.of(delay))
            .toList();
    return new RoadmapAction(id, state, owner, plan, due, updates, changes, all);
  }
}
