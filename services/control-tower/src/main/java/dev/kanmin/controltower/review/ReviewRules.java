package dev.kanmin.controltower.review;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.controltower.fiscal.FiscalYears;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Why a command about a review cycle can be refused. */
final class ReviewRules {
  static final Rule NO_SUCH_REVIEW = Rule.notFound("no-such-review", "There is no such review");
  static final Rule NOT_YOUR_REVIEW =
      Rule.forbidden("not-your-review", "Another agency does this with the review");
  static final Rule NOT_IN_THIS_STATE =
      Rule.conflict("review-not-in-this-state", "The review's state does not allow this");
  static final Rule ALREADY_OPEN =
      Rule.conflict("review-already-open", "The review has been opened before");
  static final Rule YEAR_OUT_OF_RANGE =
      Rule.invalid("fiscal-year-out-of-range", "The fiscal year is outside what is allowed");
  static final Rule NOT_A_QUARTER = Rule.invalid("not-a-quarter", "A year has four quarters");
  static final Rule UNKNOWN_CODE = Rule.invalid("unknown-code", "The code list has no such code");
  static final Rule ILL_FORMED_ID = Rule.invalid("ill-formed-id", "This cannot be an id");
  static final Rule NOTHING_GATHERED =
      Rule.invalid("nothing-gathered", "A review looks at something");
  static final Rule NOTHING_FOUND =
      Rule.conflict("nothing-found", "Without a finding nothing can be decided");
  static final Rule UNKNOWN_FINDING =
      Rule.invalid("unknown-finding", "That review has no such finding");
  static final Rule DAY_TO_COME =
      Rule.invalid("day-to-come", "What lies ahead cannot have happened");

  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_TEXT = 4_000;
  private static final int MOST_INPUTS = 200;
  private static final int MOST_ACTIONS = 50;

  private ReviewRules() {}

  static Optional<String> openedBefore(Review review) {
    return review.subject().map(it -> "Go on with it.");
  }

  static Optional<String> nothingFound(Review review) {
    return review.findings().isEmpty() ? Optional.of("Add what was found.") : Optional.empty();
  }

  static void check(Review.Subject subject) {
    Checks.text(subject.title(), LONGEST_TITLE, "/title");
    subject.scope().field().ifPresent(it -> Checks.field(it, "/scope/field"));
    if (subject.fiscalYear() < FiscalYears.FIRST || subject.fiscalYear() > FiscalYears.LAST) {
      throw YEAR_OUT_OF_RANGE.refuse(
          "It is " + FiscalYears.FIRST + " to " + FiscalYears.LAST + ".", "/fiscalYear");
    }
    subject
        .quarter()
        .filter(it -> it < 1 || it > 4)
        .ifPresent(
            it -> {
              throw NOT_A_QUARTER.refuse("It is 1 to 4, or absent.", "/quarter");
            });
    subject.previous().ifPresent(it -> id("rvw", it, "/previous"));
  }

  static void check(List<Review.Input> inputs) {
    if (inputs.isEmpty()) {
      throw NOTHING_GATHERED.refuse("Name at least one record.", "/inputs");
    }
    Checks.distinct(inputs.stream().map(Review.Input::subject).toList(), MOST_INPUTS, "/inputs");
    Checks.each(
        inputs,
        "/inputs",
        (input, pointer) -> {
          if (!Ids.isWellFormed(input.subject())) {
            throw ILL_FORMED_ID.refuse(
                "An id is a short prefix, _ and 26 characters.", pointer + "/subject");
          }
          Checks.text(input.summary(), LONGEST_TEXT, pointer + "/summary");
        });
  }

  static void actions(List<String> actions) {
    Checks.distinct(actions, MOST_ACTIONS, "/actions");
    Checks.each(actions, "/actions", (action, pointer) -> id("rma", action, pointer));
  }

  static void text(String text, String pointer) {
    Checks.text(text, LONGEST_TEXT, pointer);
  }

  static void role(String role) {
    Checks.text(role, LONGEST_TITLE, "/role");
  }

  static void happened(LocalDate on, Instant at) {
    LocalDate today = FiscalYears.day(at);
    if (on.isAfter(today)) {
      throw DAY_TO_COME.refuse("Give a day until " + today + ".", "/on");
    }
  }

  static void code(String list, String code, String pointer) {
    List<String> codes = CodeLists.list(list).currentCodes();
    if (!codes.contains(code)) {
      throw UNKNOWN_CODE.refuse("It is one of " + codes + ".", pointer);
    }
  }

  private static void id(String prefix, String id, String pointer) {
    if (!Ids.isWellFormed(prefix, id)) {
      throw ILL_FORMED_ID.refuse("It is " + prefix + "_ and 26 characters.", pointer);
    }
  }
}
