package dev.kanmin.odalinkage.iati;

/**
 * Every sum has a currency, its own or the activity's. Source: standard 2.03, value, loan-status
 * and forecast.
 */
final class MoneyRules {

  private final Subject subject;

  MoneyRules(Subject subject) {
    this.subject = subject;
  }

  void check() {
    if (hasText(subject.activity(), "default-currency")) {
      return;
    }
    for (IatiElement sum : subject.anywhere("value", "loan-status", "forecast")) {
      if (!hasText(sum, "currency")) {
        subject.warn(
            sum,
            FaultCode.MISSING_CURRENCY,
            "The sum has no currency and the activity no default-currency; add one, until then it is"
                + " left out of all totals.");
      }
    }
  }

  private static boolean hasText(IatiElement element, String attribute) {
    return element.attribute(attribute).filter(text -> !text.isBlank()).isPresent();
  }
}
