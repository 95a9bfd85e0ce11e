package dev.kanmin.smeadvice.cases;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Countries;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.Rule;
import java.util.List;
import java.util.Optional;

/** What can forbid a command on a case, and what then speaks against it. */
final class CaseRules {
  static final Rule NO_SUCH_CASE = Rule.notFound("no-such-case", "There is no such case");
  static final Rule NO_SUCH_REFERRAL =
      Rule.notFound("no-such-referral", "The case has no such referral");
  static final Rule NO_SUCH_ACTION =
      Rule.notFound("no-such-action", "The case has no such next action");
  static final Rule NOT_YOUR_CASE =
      Rule.forbidden("not-your-case", "Only agencies that advise in the case may do this");
  static final Rule NOT_YOUR_REFERRAL =
      Rule.forbidden("not-your-referral", "The referral was made to another agency");
  static final Rule ALREADY_OPEN =
      Rule.conflict("case-already-open", "The company has an open case in this cell");
  static final Rule CLOSED_BEFORE = Rule.conflict("case-closed-before", "This case was closed");
  static final Rule NOT_IN_THIS_STATE =
      Rule.conflict("case-not-in-this-state", "The case's state does not allow this");
  static final Rule REFERRAL_NOT_IN_THIS_STATE =
      Rule.conflict("referral-not-in-this-state", "The referral's state does not allow this");
  static final Rule ALREADY_YOURS =
      Rule.conflict("case-already-yours", "The agency is in the case already");
  static final Rule ALREADY_REFERRED =
      Rule.conflict("already-referred", "The case was referred there before");
  static final Rule ACTION_SETTLED =
      Rule.conflict("action-settled", "The next action is no longer open");
  static final Rule REFERRALS_OPEN =
      Rule.conflict("referrals-open", "Some referrals have not been completed or declined");
  static final Rule FULL = Rule.conflict("case-full", "The case takes no more of these");
  static final Rule UNKNOWN_CODE = Rule.invalid("unknown-code", "The code list has no such code");
  static final Rule ILL_FORMED_ID = Rule.invalid("ill-formed-id", "This is no id of such a record");
  static final Rule NOT_ABROAD =
      Rule.invalid("market-not-abroad", "A case is about a country or region of Asia abroad");
  static final Rule ONE_TARGET =
      Rule.invalid("one-target", "A referral is to one agency or to one mission");
  static final Rule TO_ITSELF =
      Rule.invalid("referral-to-itself", "An agency does not refer a case to itself");

  /** What one case takes, so that it stays one document of modest size. */
  static final int MOST_NOTES = 500;

  static final int MOST_ACTIONS = 200;
  static final int MOST_REFERRALS = 50;
  private static final int LONGEST_TEXT = 4_000;
  private static final CountryCode JAPAN = CountryCode.of("JP");

  private CaseRules() {}

  // ---- of the case and the time

  static Optional<String> opened(Case one) {
    return when(
        one.exists() && one.isOpen(),
        "It is "
            + one.subject().caseId()
            + " of "
            + one.subject().owner()
            + ". Attach to it with POST /v1/cases/"
            + one.subject().caseId()
            + "/attach, or ask again once it is closed.");
  }

  static Optional<String> closedBefore(Case one) {
    return when(one.exists() && !one.isOpen(), "Another one can be opened.");
  }

  static Optional<String> referralsOpen(Case one) {
    List<String> open =
        one.referrals().stream().filter(it -> it.state().isOpen()).map(Referral::id).toList();
    return when(
        !open.isEmpty(),
        "Still open: " + String.join(", ", open) + ". Complete or decline each first.");
  }

  static Optional<String> fullOfNotes(Case one) {
    return full(one.notes().size(), MOST_NOTES, "notes");
  }

  static Optional<String> fullOfActions(Case one) {
    return full(one.actions().size(), MOST_ACTIONS, "next actions");
  }

  static Optional<String> fullOfReferrals(Case one) {
    return full(one.referrals().size(), MOST_REFERRALS, "referrals");
  }

  private static Optional<String> full(int size, int most, String what) {
    return when(size >= most, "It has " + most + " " + what + ".");
  }

  // ---- of values

  static void check(CaseCommand.Open open) {
    company(open.companyId(), "/companyId");
    market(open.cell().country(), "/country");
    Checks.field(open.cell().field(), "/field");
    open.office().ifPresent(CaseRules::office);
    origins(open.arisesFrom());
    tags(open.tags(), open.programmes());
    text(open.request(), "/request");
  }

  static void company(String id, String pointer) {
    if (!Ids.isWellFormed("cmp", id)) {
      throw ILL_FORMED_ID.refuse("A company of the directory is cmp_ and 26 characters.", pointer);
    }
  }

  static void market(CountryCode country, String pointer) {
    if (country.equals(JAPAN) || Countries.find(country).isEmpty()) {
      throw NOT_ABROAD.refuse(
          country + " is not one of them; the code list countries has them.", pointer);
    }
  }

  static void office(Office office) {
    Checks.code(office.code(), "/office/code");
    Checks.text(office.name(), 200, "/office/name");
  }

  static void origins(List<String> ids) {
    Checks.distinct(ids, 20, "/arisesFrom");
    Checks.each(
        ids,
        "/arisesFrom",
        (id, place) -> {
          if (!Ids.isWellFormed(id)) {
            throw ILL_FORMED_ID.refuse("An id is a short prefix, _ and 26 characters.", place);
          }
        });
  }

  static void tags(List<String> tags, List<String> programmes) {
    Checks.distinct(tags, 20, "/tags");
    Checks.each(tags, "/tags", (tag, place) -> listed("case-tags", tag, place));
    Checks.distinct(programmes, 47, "/programmes");
    Checks.each(
        programmes, "/programmes", (code, place) -> listed(CodeLists.PREFECTURES, code, place));
  }

  static void listed(String list, String code, String pointer) {
    if (!CodeLists.list(list).currentCodes().contains(code)) {
      throw UNKNOWN_CODE.refuse(
          "It is one of " + CodeLists.list(list).currentCodes() + ".", pointer);
    }
  }

  static void text(Optional<String> text, String pointer) {
    text.ifPresent(it -> text(it, pointer));
  }

  static void text(String text, String pointer) {
    Checks.text(text, LONGEST_TEXT, pointer);
  }

  private static Optional<String> when(boolean soItIs, String words) {
    return soItIs ? Optional.of(words) : Optional.empty();
  }
}
