package dev.kanmin.smeadvice.eligibility;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.LocalizedText;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/**
 * A condition. One of {@code all}, {@code any}, {@code not}, {@code fact} and {@code fiscalYears}
 * is there; a fact comes with what is asked of it.
 *
 * @param label in words
 * @param all every one of these
 * @param any at least one of these
 * @param not this does not hold
 * @param fact that is asked
 * @param in one of these values; of an industry, one of these beginnings
 * @param atLeast of a number
 * @param atMost of a number
 * @param fiscalYears the day that is asked about is in these
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "EligibilityClause")
public record Clause(
    Optional<LocalizedText> label,
    @JsonSetter(nulls = AS_EMPTY) List<Clause> all,
    @JsonSetter(nulls = AS_EMPTY) List<Clause> any,
    Optional<Clause> not,
    Optional<Fact> fact,
    @JsonSetter(nulls = AS_EMPTY) List<String> in,
    Optional<Long> atLeast,
    Optional<Long> atMost,
    Optional<FiscalYears> fiscalYears) {

  /**
   * Fiscal years, 1 April to 31 March, called after the year they begin in.
   *
   * @param from the first; any before if it is absent
   * @param until the last; any after if it is absent
   */
  @Schema(name = "FiscalYears")
  public record FiscalYears(Optional<Integer> from, Optional<Integer> until) {}

  /** Every one of these. */
  public static Clause all(List<Clause> clauses) {
    return new Clause(
        Optional.empty(),
        clauses,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public static Clause in(Fact fact, List<String> values) {
    return of(fact, values, Optional.empty(), Optional.empty());
  }

  public static Clause between(Fact fact, Optional<Long> atLeast, Optional<Long> atMost) {
    return of(fact, List.of(), atLeast, atMost);
  }

  private static Clause of(
      Fact fact, List<String> values, Optional<Long> atLeast, Optional<Long> atMost) {
    return new Clause(
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.of(fact),
        values,
        atLeast,
        atMost,
        Optional.empty());
  }
}
