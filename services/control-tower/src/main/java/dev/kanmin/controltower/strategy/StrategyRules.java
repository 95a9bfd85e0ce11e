package dev.kanmin.controltower.strategy;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.controltower.fiscal.FiscalYears;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Why a decision about a cell can be refused. */
final class StrategyRules {
  static final Rule NO_SUCH_STRATEGY =
      Rule.notFound("no-such-strategy", "Nothing is decided for this cell");
  static final Rule NOT_YOURS =
      Rule.forbidden("not-the-control-tower", "The control tower decides the strategy");
  static final Rule NOT_IN_THIS_STATE =
      Rule.conflict("strategy-not-in-this-state", "The strategy's state does not allow this");
  static final Rule YEARS_OUT_OF_RANGE =
      Rule.invalid("fiscal-year-out-of-range", "The fiscal years are outside what is allowed");
  static final Rule NO_REASON =
      Rule.invalid("strategy-without-reason", "A decision names its reasons");
  static final Rule UNKNOWN_CODE = Rule.invalid("unknown-code", "The code list has no such code");
  static final Rule DAY_TO_COME =
      Rule.invalid("day-to-come", "What lies ahead cannot have happened");

  private static final int LONGEST_TEXT = 2_000;
  private static final int LONGEST_REFERENCE = 200;
  private static final int MOST_REASONS = 50;
  private static final int MOST_YEARS = 10;

  private StrategyRules() {}

  static void check(Strategy.Decision decision, Instant at) {
    Checks.field(decision.field(), "/field");
    if (decision.fromYear() < FiscalYears.FIRST
        || decision.toYear() > FiscalYears.LAST
        || decision.toYear() < decision.fromYear()
        || decision.toYear() - decision.fromYear() >= MOST_YEARS) {
      throw YEARS_OUT_OF_RANGE.refuse(
          "Up to %d years from %d to %d."
              .formatted(MOST_YEARS, FiscalYears.FIRST, FiscalYears.LAST),
          "/toYear");
    }
    Checks.text(decision.summary(), LONGEST_TEXT, "/summary");
    LocalDate today = FiscalYears.day(at);
    if (decision.decidedOn().isAfter(today)) {
      throw DAY_TO_COME.refuse("Give a day until " + today + ".", "/decidedOn");
    }
    if (decision.reasons().isEmpty()) {
      throw NO_REASON.refuse("Name a figure, a need, a regulation fact or another.", "/reasons");
    }
    Checks.size(decision.reasons(), MOST_REASONS, "/reasons");
    List<String> kinds = CodeLists.list("strategy-reasons").currentCodes();
    Checks.each(
        decision.reasons(),
        "/reasons",
        (reason, pointer) -> {
          if (!kinds.contains(reason.kind())) {
            throw UNKNOWN_CODE.refuse("It is one of " + kinds + ".", pointer + "/kind");
          }
          reason
              .subject()
              .ifPresent(it -> Checks.text(it, LONGEST_REFERENCE, pointer + "/subject"));
          Checks.text(reason.text(), LONGEST_TEXT, pointer + "/text");
        });
  }
}
