package dev.kanmin.odalinkage.iati;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the standard asks for beyond its XML schema, for an activity whose structure is right.
 * Errors are only what Kanmin could not work with; the rest are warnings. Source: the rules and the
 * documentation of the elements in standard 2.03.
 */
final class ActivityRules {

  /**
   * Source: standard 2.03, iati-identifier and reporting-org/@ref, "must not contain any of / & |
   * ?".
   */
  private static final Pattern FORBIDDEN_IN_IDENTIFIERS = Pattern.compile("[/&|?]");

  private static final String EARLIER_REPORTING_ORGANISATION = "B1";

  private final IatiElement activity;
  private final Places places;
  private final FaultCollector faults;
  private final DateRules dateRules;
  private final PercentageRules percentageRules;
  private final CodeRules codeRules;
  private final Place activityPlace;

  /**
   * @param places where the elements of the activity down to {@code transaction/value} stand
   */
  ActivityRules(
      IatiElement activity,
      Places places,
      IatiCodeLists codeLists,
      Clock clock,
      FaultCollector faults) {
    this.activity = activity;
    this.places = places;
    this.faults = faults;
    // The activity itself may have been given attributes from its file since it was read.
    this.activityPlace = places.of(activity.child("iati-identifier").orElseThrow()).parent();
    this.dateRules = new DateRules(activity, places, activityPlace, clock, faults);
    this.percentageRules = new PercentageRules(activity, places, activityPlace, faults);
    this.codeRules = new CodeRules(activity, places, codeLists, faults);
  }

  /** The identifier of an activity without the white space that should not be around it. */
  static String identifier(IatiElement activity) {
    return activity.child("iati-identifier").map(IatiElement::text).orElse("").strip();
  }

  void check() {
    checkIdentifier();
    checkReportingOrganisation();
    checkLevels();
    checkCurrencies();
    checkLanguages();
    dateRules.check();
    percentageRules.check();
    codeRules.check();
  }

  private void checkIdentifier() {
    IatiElement element = activity.child("iati-identifier").orElseThrow();
    String written = element.text();
    String identifier = written.strip();
    if (identifier.isEmpty()) {
      faults.error(
          places.of(element), FaultCode.BAD_IDENTIFIER, "The identifier is empty; write one.");
    } else if (!written.equals(identifier) || hasSpaceOrControl(identifier)) {
      faults.error(
          places.of(element),
          FaultCode.BAD_IDENTIFIER,
          "The identifier has white space around or in it; write it without any, on one line.");
    } else if (FORBIDDEN_IN_IDENTIFIERS.matcher(identifier).find()) {
      faults.warning(
          places.of(element),
          FaultCode.BAD_IDENTIFIER,
          "The identifier has one of the characters / & | ?, which the standard does not allow.");
    }
  }

  private static boolean hasSpaceOrControl(String identifier) {
    return identifier
        .codePoints()
        .anyMatch(point -> Character.isISOControl(point) || Character.isSpaceChar(point));
  }

  private void checkReportingOrganisation() {
    IatiElement element = activity.child("reporting-org").orElseThrow();
    String ref = element.attribute("ref").orElse("");
    if (ref.isBlank() || !ref.equals(ref.strip())) {
      faults.error(
          places.of(element),
          "ref",
          FaultCode.BAD_REPORTING_ORGANISATION,
          "The reporting organisation's identifier is empty or has white space around it; write it"
              + " as registered.");
    } else if (FORBIDDEN_IN_IDENTIFIERS.matcher(ref).find() || ref.indexOf('-') < 1) {
      faults.warning(
          places.of(element),
          "ref",
          FaultCode.BAD_REPORTING_ORGANISATION,
          "The reporting organisation's identifier should be a registration agency, a hyphen and a"
              + " number, without / & | ?.");
    }
    if (!startsWithOwnPrefix(ref)) {
      faults.warning(
          places.of(activity.child("iati-identifier").orElseThrow()),
          FaultCode.IDENTIFIER_PREFIX,
          "The identifier does not begin with "
              + Quoted.of(ref + "-")
              + ", nor with an earlier identifier of that organisation told as other-identifier of"
              + " type B1.");
    }
  }

  private boolean startsWithOwnPrefix(String ref) {
    String identifier = identifier(activity);
    return identifier.startsWith(ref + "-")
        || activity.children("other-identifier").stream()
            .filter(
                other -> other.attribute("type").orElse("").equals(EARLIER_REPORTING_ORGANISATION))
            .flatMap(other -> other.attribute("ref").stream())
            .anyMatch(earlier -> !earlier.isBlank() && identifier.startsWith(earlier + "-"));
  }

  /**
   * Sources: standard 2.03, the documentation of recipient-country, recipient-region, sector and
   * budget-not-provided.
   */
  private void checkLevels() {
    List<IatiElement> transactions = activity.children("transaction");
    boolean recipients =
        activity.child("recipient-country").isPresent()
            || activity.child("recipient-region").isPresent();
    boolean sectors = activity.child("sector").isPresent();
    Optional<IatiElement> ownRecipient =
        transactions.stream()
            .filter(
                transaction ->
                    transaction.child("recipient-country").isPresent()
                        || transaction.child("recipient-region").isPresent())
            .findFirst();
    Optional<IatiElement> ownSector =
        transactions.stream().filter(each -> each.child("sector").isPresent()).findFirst();
    checkLevel("recipient-country or recipient-region", recipients, ownRecipient);
    checkLevel("sector", sectors, ownSector);
    if (activity.attribute("budget-not-provided").isPresent()
        && activity.child("budget").isPresent()) {
      faults.warning(
          activityPlace,
          "budget-not-provided",
          FaultCode.CONTRADICTION,
          "budget-not-provided says that there is no budget, but there is one; remove one of the"
              + " two.");
    }
  }

  private void checkLevel(String what, boolean onActivity, Optional<IatiElement> inTransaction) {
    if (onActivity && inTransaction.isPresent()) {
      faults.warning(
          places.of(inTransaction.get()),
          FaultCode.CONTRADICTION,
          "The standard wants "
              + what
              + " either for the activity or for all transactions; here both have it, and the"
              + " transaction's counts for it.");
    } else if (!onActivity && inTransaction.isEmpty()) {
      faults.warning(
          activityPlace,
          FaultCode.MISSING_ELEMENT,
          "Neither the activity nor a transaction has " + what + "; add it.");
    }
  }

  private void checkCurrencies() {
    if (activity.attribute("default-currency").filter(code -> !code.isBlank()).isPresent()) {
      return;
    }
    activity
        .elements()
        .flatMap(element -> element.children("value").stream())
        .filter(value -> value.attribute("currency").filter(code -> !code.isBlank()).isEmpty())
        .forEach(
            value ->
                faults.warning(
                    places.of(value),
                    FaultCode.MISSING_CURRENCY,
                    "The sum has no currency and the activity no default-currency; add one, until"
                        + " then it is left out of all totals."));
  }

  private void checkLanguages() {
    if (activity.attribute(IatiName.LANGUAGE).filter(code -> !code.isBlank()).isPresent()) {
      return;
    }
    activity
        .elements()
        .filter(element -> element.attribute(IatiName.LANGUAGE).isEmpty())
        .flatMap(element -> element.children("narrative").stream())
        .filter(narrative -> narrative.attribute(IatiName.LANGUAGE).isEmpty())
        .findFirst()
        .ifPresent(
            narrative ->
                faults.warning(
                    places.of(narrative),
                    FaultCode.MISSING_LANGUAGE,
                    "The text has no xml:lang and neither has the activity; add one of the two."));
  }
}
