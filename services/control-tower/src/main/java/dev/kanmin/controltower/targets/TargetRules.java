package dev.kanmin.controltower.targets;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.controltower.fiscal.FiscalYears;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.Rule;
import java.util.List;
import java.util.Optional;

/** Why a command about a target can be refused. */
final class TargetRules {
  static final Rule NO_SUCH_TARGET = Rule.notFound("no-such-target", "There is no such target");
  static final Rule NOT_YOUR_TARGET =
      Rule.forbidden("not-your-target", "Only the agency that set the target may do this");
  static final Rule NOT_IN_THIS_STATE =
      Rule.conflict("target-not-in-this-state", "A withdrawn target stays as it is");
  static final Rule ALREADY_SET = Rule.conflict("already-set", "The target has been set before");
  static final Rule UNKNOWN_INDICATOR =
      Rule.invalid("unknown-indicator", "There is no such indicator");
  static final Rule YEAR_OUT_OF_RANGE =
      Rule.invalid("target-year-out-of-range", "The fiscal year is outside what is allowed");
  static final Rule NO_YEAR = Rule.invalid("target-without-year", "A target is for some year");
  static final Rule YEAR_NOT_OVER =
      Rule.conflict("fiscal-year-not-over", "The fiscal year is not over");
  static final Rule NO_TARGET_THEN =
      Rule.invalid("no-target-in-year", "The target says nothing of that fiscal year");

  private static final int MOST_YEARS = 20;
  private static final int MOST_AGENCIES = 20;
  private static final int LONGEST_TEXT = 2_000;

  private TargetRules() {}

  static Optional<String> setBefore(Target target) {
    return target.goal().map(it -> "Rebaseline it instead.");
  }

  static void check(Target.Goal goal, AgencyCode owner) {
    goal.scope().field().ifPresent(it -> Checks.field(it, "/scope/field"));
    check(goal.baseline(), goal.values());
    Checks.distinct(goal.contributors(), MOST_AGENCIES, "/contributors");
    Checks.each(goal.contributors(), "/contributors", Checks::agency);
    if (goal.contributors().contains(owner)) {
      throw Checks.REPEATED_ENTRY.refuse(
          owner + " sets it and need not be named.", "/contributors");
    }
  }

  static void check(Target.Baseline baseline, List<Target.YearValue> values) {
    year(baseline.fiscalYear(), "/baseline/fiscalYear");
    Checks.text(baseline.source(), LONGEST_TEXT, "/baseline/source");
    if (values.isEmpty()) {
      throw NO_YEAR.refuse("Give at least one.", "/values");
    }
    Checks.distinct(
        values.stream().map(Target.YearValue::fiscalYear).toList(), MOST_YEARS, "/values");
    Checks.each(
        values, "/values", (value, pointer) -> year(value.fiscalYear(), pointer + "/fiscalYear"));
  }

  static void text(String text, String pointer) {
    Checks.text(text, LONGEST_TEXT, pointer);
  }

  /** A year that a reader asks about. */
  static int known(int year) {
    year(year, "");
    return year;
  }

  private static void year(int year, String pointer) {
    if (year < FiscalYears.FIRST || year > FiscalYears.LAST) {
      throw YEAR_OUT_OF_RANGE.refuse(
          "It is " + FiscalYears.FIRST + " to " + FiscalYears.LAST + ".", pointer);
    }
  }
}
