package dev.kanmin.controltower.outcome;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.controltower.fiscal.FiscalYears;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.Rule;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Why a command about an outcome can be refused. */
final class OutcomeRules {
  static final Rule NO_SUCH_OUTCOME = Rule.notFound("no-such-outcome", "There is no such outcome");
  static final Rule NOT_YOUR_OUTCOME =
      Rule.forbidden("not-your-outcome", "Other agencies may do this with the outcome");
  static final Rule NOT_IN_THIS_STATE =
      Rule.conflict("outcome-not-in-this-state", "The outcome's state does not allow this");
  static final Rule ALREADY_CLAIMED =
      Rule.conflict("already-claimed", "The outcome has been claimed before");
  static final Rule UNKNOWN_CODE = Rule.invalid("unknown-code", "The code list has no such code");
  static final Rule ILL_FORMED_ID = Rule.invalid("ill-formed-id", "This cannot be an id");
  static final Rule NO_FIELD = Rule.invalid("outcome-without-field", "An outcome is of a field");
  static final Rule VALUE_GIVEN_TWICE =
      Rule.invalid("value-given-twice", "An outcome has an amount or a band, not both");
  static final Rule NO_YEAR =
      Rule.invalid("outcome-without-year", "An outcome has a day or an expected fiscal year");
  static final Rule YEAR_OUT_OF_RANGE =
      Rule.invalid("fiscal-year-out-of-range", "The fiscal year is outside what is allowed");
  static final Rule DAY_TO_COME =
      Rule.invalid("day-to-come", "What lies ahead cannot have happened");
  static final Rule OWNER_INVOLVED =
      Rule.invalid("owner-is-involved", "The claiming agency is involved without being named");
  static final Rule SHARES_NOT_WHOLE =
      Rule.invalid("shares-not-whole", "Shares are above 0 and sum to 100 %");
  static final Rule SHARE_OF_STRANGER =
      Rule.invalid("share-of-stranger", "Only agencies of the outcome have a share in it");
  static final Rule ASKED_TOO_OFTEN =
      Rule.conflict("company-asked-too-often", "The company has been asked often enough");
  static final Rule ASKED_TOO_SOON =
      Rule.conflict("company-asked-too-soon", "The company has been asked just now");
  static final Rule NO_SUCH_LINK =
      Rule.notFound("no-such-confirmation-link", "There is no such confirmation link");
  static final Rule LINK_USED =
      Rule.conflict("confirmation-link-used", "The link has been used, and works once");
  static final Rule LINK_EXPIRED =
      Rule.conflict("confirmation-link-expired", "The link no longer works");
  static final Rule NOTHING_TO_REVIEW =
      Rule.conflict("no-evidence-to-review", "No evidence waits to be reviewed");
  static final Rule OWN_EVIDENCE =
      Rule.forbidden("own-evidence", "Nobody reviews the evidence that they submitted");
  static final Rule DEADLINE_OUT_OF_RANGE =
      Rule.invalid("confirm-by-out-of-range", "A claim can be confirmed for a day to three years");
  static final Rule NOT_THE_SAME =
      Rule.invalid("not-the-same-outcome", "These cannot be one result");

  /** A claim that nobody confirms within a year is forgotten by those who could. */
  static final int CONFIRMED_WITHIN_MONTHS = 12;

  /** Letters to one company about one outcome. */
  static final int MOST_ASKED = 5;

  static final Duration BETWEEN_ASKING = Duration.ofHours(24);
  private static final int MOST_YEARS = 3;
  private static final int MOST_ORIGINS = 30;
  private static final int MOST_AGENCIES = 20;
  private static final int LONGEST_TEXT = 2_000;
  private static final int LONGEST_REFERENCE = 500;
  private static final BigDecimal WHOLE = new BigDecimal(100);

  private OutcomeRules() {}

  static Optional<String> claimedBefore(Outcome outcome) {
    return outcome.claim().map(it -> "Revise it instead.");
  }

  static Optional<String> askedOften(Outcome outcome) {
    return outcome
        .confirming()
        .filter(it -> it.asked().size() >= MOST_ASKED)
        .map(it -> "It was asked " + MOST_ASKED + " times. Submit evidence instead.");
  }

  static Optional<String> askedJustNow(Outcome outcome, Instant at) {
    return outcome
        .confirming()
        .filter(it -> !it.asked().isEmpty())
        .map(it -> it.asked().getLast().plus(BETWEEN_ASKING))
        .filter(at::isBefore)
        .map(next -> "Ask again from " + next + " on; the latest link still works.");
  }

  static Optional<String> nothingToReview(Outcome outcome) {
    return outcome.confirming().flatMap(Confirming::evidence).filter(it -> !it.returned()).isEmpty()
        ? Optional.of("Submit some first.")
        : Optional.empty();
  }

  static void check(Claim claim, CommandContext context) {
    code("outcome-kinds", claim.kind(), "/kind");
    id("cmp", claim.companyId(), "/companyId");
    claim.counterpartId().ifPresent(it -> id("cpt", it, "/counterpartId"));
    if (claim.fields().isEmpty()) {
      throw NO_FIELD.refuse("Name at least one; 'cross-field' if it is of several.", "/fields");
    }
    Checks.distinct(claim.fields(), 8, "/fields");
    Checks.each(claim.fields(), "/fields", Checks::field);
    value(claim);
    year(claim, context.at());
    Checks.distinct(claim.arisesFrom(), MOST_ORIGINS, "/arisesFrom");
    Checks.each(claim.arisesFrom(), "/arisesFrom", OutcomeRules::id);
    Checks.distinct(claim.involved(), MOST_AGENCIES, "/involved");
    Checks.each(claim.involved(), "/involved", Checks::agency);
    claim.description().ifPresent(it -> Checks.text(it, LONGEST_TEXT, "/description"));
  }

  static void ownerIsNot(Claim claim, AgencyCode owner) {
    int at = claim.involved().indexOf(owner);
    if (at >= 0) {
      throw OWNER_INVOLVED.refuse("Leave " + owner + " out.", "/involved/" + at);
    }
  }

  private static void value(Claim claim) {
    if (claim.value().isPresent() && claim.valueBand().isPresent()) {
      throw VALUE_GIVEN_TWICE.refuse("Leave one out.", "/valueBand");
    }
    claim.value().ifPresent(it -> Checks.payable(it, "/value"));
    claim.valueBand().ifPresent(it -> code("value-bands", it, "/valueBand"));
  }

  private static void year(Claim claim, Instant at) {
    if (claim.on().isEmpty() && claim.expectedFiscalYear().isEmpty()) {
      throw NO_YEAR.refuse("Give 'on', or 'expectedFiscalYear'.", "/on");
    }
    claim.on().ifPresent(day -> happened(day, at, "/on"));
    claim.on().ifPresent(day -> fiscalYear(FiscalYears.of(day), "/on"));
    claim.expectedFiscalYear().ifPresent(year -> fiscalYear(year, "/expectedFiscalYear"));
  }

  static void fiscalYear(int year, String pointer) {
    if (year < FiscalYears.FIRST || year > FiscalYears.LAST) {
      throw YEAR_OUT_OF_RANGE.refuse(
          "It is " + FiscalYears.FIRST + " to " + FiscalYears.LAST + ".", pointer);
    }
  }

  /** A day has come when it has come somewhere. */
  static void happened(LocalDate day, Instant at, String pointer) {
    LocalDate firstPlace = LocalDate.ofInstant(at, ZoneOffset.ofHours(14));
    if (day.isAfter(firstPlace)) {
      throw DAY_TO_COME.refuse("Give a day until " + firstPlace + ".", pointer);
    }
  }

  static void confirmBy(LocalDate day, Instant at) {
    LocalDate today = FiscalYears.day(at);
    if (day.isBefore(today) || day.isAfter(today.plusYears(MOST_YEARS))) {
      throw DEADLINE_OUT_OF_RANGE.refuse(
          "It is from " + today + " to " + today.plusYears(MOST_YEARS) + ".", "/confirmBy");
    }
  }

  static void shares(List<Outcome.Share> shares, Outcome outcome) {
    Checks.distinct(shares.stream().map(Outcome.Share::agency).toList(), MOST_AGENCIES, "/shares");
    Checks.each(
        shares,
        "/shares",
        (share, pointer) -> {
          if (!outcome.agencies().contains(share.agency())) {
            throw SHARE_OF_STRANGER.refuse(
                "They are " + outcome.agencies() + ".", pointer + "/agency");
          }
          if (share.percentage().value().signum() <= 0 || share.percentage().value().scale() > 4) {
            throw SHARES_NOT_WHOLE.refuse(
                "It is above 0 and has at most 4 decimals.", pointer + "/percentage");
          }
        });
    BigDecimal sum =
        shares.stream().map(it -> it.percentage().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(WHOLE) != 0) {
      throw SHARES_NOT_WHOLE.refuse("Together they are " + sum.toPlainString() + ".", "/shares");
    }
  }

  static void evidence(OutcomeCommand.SubmitEvidence evidence, Instant at) {
    code("outcome-evidence", evidence.kind(), "/kind");
    Checks.text(evidence.reference(), LONGEST_REFERENCE, "/reference");
    happened(evidence.dated(), at, "/dated");
  }

  static void reviewedByAnother(Outcome outcome, CommandContext context) {
    outcome
        .confirmation()
        .evidence()
        .filter(it -> it.by().equals(context.actor()))
        .ifPresent(
            it -> {
              throw OWN_EVIDENCE.refuse(
                  "It came from " + it.by().agency() + "; another agency or program reviews it.");
            });
  }

  /** The link by which the company answers; whoever shows another secret learns nothing. */
  static void link(String hash, Outcome outcome, Instant at) {
    Confirming.Link link =
        outcome
            .confirming()
            .flatMap(Confirming::link)
            .filter(it -> isSame(it.hash(), hash))
            .orElseThrow(() -> NO_SUCH_LINK.refuse("Use the link of the latest letter."));
    if (link.used()) {
      throw LINK_USED.refuse("Tell the agency if the answer was wrong.");
    }
    if (!at.isBefore(link.expires())) {
      throw LINK_EXPIRED.refuse("Ask the agency for a new one.");
    }
  }

  /** In a time that does not tell how much of it is right. */
  private static boolean isSame(String hash, String other) {
    return MessageDigest.isEqual(
        hash.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }

  static void same(Claim one, Claim other, String id, String into) {
    if (id.equals(into)) {
      throw NOT_THE_SAME.refuse("An outcome is not merged into itself.", "/into");
    }
    if (!one.companyId().equals(other.companyId()) || !one.country().equals(other.country())) {
      throw NOT_THE_SAME.refuse("One result is of one company in one country.", "/into");
    }
  }

  static void counterfactual(Optional<String> code) {
    code.ifPresent(it -> code("outcome-counterfactuals", it, "/counterfactual"));
  }

  static void remark(String text, String pointer) {
    Checks.text(text, LONGEST_TEXT, pointer);
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

  private static void id(String id, String pointer) {
    if (!Ids.isWellFormed(id)) {
      throw ILL_FORMED_ID.refuse("An id is a short prefix, _ and 26 characters.", pointer);
    }
  }
}
