package dev.kanmin.controltower.targets;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Decimal;
import dev.kanmin.controltower.counting.Scope;
import dev.kanmin.controltower.fiscal.FiscalYears;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The state of a target.
 *
 * @param indicatorName language tag to the name it had when the target was set
 * @param versions first to current: what was aimed at, by whom it was changed, and why
 * @param causes why years were missed or far exceeded
 */
record Target(
    TargetState state,
    Optional<AgencyCode> owner,
    Optional<Goal> goal,
    @JsonSetter(nulls = AS_EMPTY) Map<String, String> indicatorName,
    @JsonSetter(nulls = AS_EMPTY) List<Version> versions,
    @JsonSetter(nulls = AS_EMPTY) List<Cause> causes) {

  static final Target NONE =
      new Target(
          TargetState.SET, Optional.empty(), Optional.empty(), Map.of(), List.of(), List.of());

  /**
   * What is aimed at.
   *
   * @param indicatorId {@code ind_…}
   * @param scope a cell, a country, a field, or all
   * @param baseline from where
   * @param values one for each fiscal year
   * @param contributors agencies that contribute, beside the one that sets it
   */
  @Schema(name = "TargetGoal")
  record Goal(
      String indicatorId,
      Scope scope,
      Baseline baseline,
      @JsonSetter(nulls = AS_EMPTY) List<YearValue> values,
      @JsonSetter(nulls = AS_EMPTY) List<AgencyCode> contributors,
      @JsonSetter(nulls = AS_EMPTY) boolean sample) {}

  /**
   * From where it starts.
   *
   * @param fiscalYear of the figure
   * @param source where it is published or kept
   */
  @Schema(name = "TargetBaseline")
  record Baseline(Decimal value, int fiscalYear, String source) {}

  /** What is aimed at in a fiscal year. */
  @Schema(name = "TargetYear")
  record YearValue(int fiscalYear, Decimal value) {}

  /**
   * What was aimed at from a moment on.
   *
   * @param number from 1
   * @param by agency that said so
   * @param why absent of the first
   */
  @Schema(name = "TargetVersion")
  record Version(
      int number,
      Baseline baseline,
      List<YearValue> values,
      Instant at,
      AgencyCode by,
      Optional<String> why) {

    Optional<BigDecimal> of(int fiscalYear) {
      return values.stream()
          .filter(it -> it.fiscalYear() == fiscalYear)
          .map(it -> it.value().value())
          .findFirst();
    }
  }

  /**
   * Why a year was missed or far exceeded.
   *
   * @param targetWasRight whether it would be set the same way again
   */
  @Schema(name = "TargetCause")
  record Cause(int fiscalYear, String cause, boolean targetWasRight, AgencyCode by, LocalDate on) {}

  Goal known() {
    return goal.orElseThrow();
  }

  Version first() {
    return versions.getFirst();
  }

  Version current() {
    return versions.getLast();
  }

  boolean isOwnedBy(AgencyCode agency) {
    return owner.equals(Optional.of(agency));
  }

  Optional<Cause> causeOf(int fiscalYear) {
    return causes.stream().filter(it -> it.fiscalYear() == fiscalYear).findFirst();
  }

  Target in(TargetState newState) {
    return new Target(newState, owner, goal, indicatorName, versions, causes);
  }

  Target with(Version version) {
    return new Target(
        state,
        owner,
        goal,
        indicatorName,
        Stream.concat(versions.stream(), Stream.of(version)).toList(),
        causes);
  }

  /** A cause that is given again replaces the one before. */
  Target with(Cause cause) {
    return new Target(
        state,
        owner,
        goal,
        indicatorName,
        versions,
        Stream.concat(
                causes.stream().filter(it -> it.fiscalYear() != cause.fiscalYear()),
                Stream.of(cause))
            .toList());
  }

  /** Whether a fiscal year is over on that day. */
  static boolean isOver(int fiscalYear, LocalDate today) {
    return today.isAfter(FiscalYears.lastDay(fiscalYear));
  }
}
