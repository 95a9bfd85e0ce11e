package dev.kanmin.controltower.actual;

import dev.kanmin.controltower.fiscal.FiscalYears;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Why a command about a reported figure can be refused. */
final class ActualRules {
  static final Rule NO_SUCH_ACTUAL = Rule.notFound("no-such-actual", "There is no such figure");
  static final Rule NOT_YOUR_ACTUAL =
      Rule.forbidden("not-your-actual", "Another level does this with the figure");
  static final Rule NOT_IN_THIS_STATE =
      Rule.conflict("actual-not-in-this-state", "The figure's state does not allow this");
  static final Rule ALREADY_REPORTED =
      Rule.conflict("already-reported", "The office has reported this before");
  static final Rule UNKNOWN_INDICATOR =
      Rule.invalid("unknown-indicator", "There is no such indicator");
  static final Rule COUNTED =
      Rule.conflict("indicator-is-counted", "The indicator is counted, nobody reports it");
  static final Rule OUTSIDE_YEAR =
      Rule.invalid("day-outside-fiscal-year", "The figure reaches to a day of its fiscal year");
  static final Rule DAY_TO_COME =
      Rule.invalid("day-to-come", "What lies ahead cannot have happened");
  static final Rule PROVISIONAL =
      Rule.conflict("figure-is-provisional", "Only a final figure is accepted");
  static final Rule NOT_ALL_APPROVED =
      Rule.conflict("not-all-approved", "The level below has not approved all of it");

  private static final int LONGEST_TEXT = 2_000;

  private ActualRules() {}

  static Optional<String> reportedBefore(Actual actual) {
    return actual.slot().map(it -> "Correct it instead.");
  }

  static Optional<String> provisional(Actual actual) {
    return actual
        .figure()
        .filter(Actual.Figure::provisional)
        .map(it -> "Its office corrects it once it is final.");
  }

  static void check(Actual.Slot slot) {
    slot.scope().field().ifPresent(it -> Checks.field(it, "/slot/scope/field"));
    if (slot.fiscalYear() < FiscalYears.FIRST || slot.fiscalYear() > FiscalYears.LAST) {
      throw OUTSIDE_YEAR.refuse(
          "Years are " + FiscalYears.FIRST + " to " + FiscalYears.LAST + ".", "/slot/fiscalYear");
    }
    slot.office().ifPresent(it -> Checks.code(it, "/slot/office"));
  }

  static void check(Actual.Figure figure, int fiscalYear, Instant at) {
    if (FiscalYears.of(figure.until()) != fiscalYear) {
      throw OUTSIDE_YEAR.refuse("Give a day of fiscal year " + fiscalYear + ".", "/figure/until");
    }
    LocalDate today = FiscalYears.day(at);
    if (figure.until().isAfter(today)) {
      throw DAY_TO_COME.refuse("Give a day until " + today + ".", "/figure/until");
    }
    Checks.text(figure.source(), LONGEST_TEXT, "/figure/source");
  }

  static void why(String text) {
    Checks.text(text, LONGEST_TEXT, "/why");
  }

  static void allApproved(List<String> waiting) {
    if (!waiting.isEmpty()) {
      throw NOT_ALL_APPROVED.refuse("Wait for " + String.join(", ", waiting) + ".");
    }
  }
}
