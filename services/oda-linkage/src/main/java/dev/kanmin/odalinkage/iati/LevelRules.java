package dev.kanmin.odalinkage.iati;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Recipients and sectors stand either with the activity or with all of its transactions. Source:
 * standard 2.03, the documentation of recipient-country, recipient-region, sector and
 * budget-not-provided.
 */
final class LevelRules {

  private final Subject subject;

  LevelRules(Subject subject) {
    this.subject = subject;
  }

  void check() {
    check("recipient-country or recipient-region", LevelRules::hasRecipient);
    check("sector", LevelRules::hasSector);
    if (subject.activity().attribute("budget-not-provided").isPresent()
        && subject.activity().child("budget").isPresent()) {
      subject
          .faults()
          .warning(
              subject.place(),
              "budget-not-provided",
              FaultCode.CONTRADICTION,
              "budget-not-provided says that there is no budget, but there is one; remove one of"
                  + " the two.");
    }
  }

  private void check(String what, Predicate<IatiElement> has) {
    List<IatiElement> transactions = subject.all("transaction");
    boolean onActivity = has.test(subject.activity());
    Optional<IatiElement> own = transactions.stream().filter(has).findFirst();
    Optional<IatiElement> without = transactions.stream().filter(has.negate()).findFirst();
    if (onActivity && own.isPresent()) {
      subject.warn(
          own.get(),
          FaultCode.CONTRADICTION,
          "The standard wants "
              + what
              + " either for the activity or for all transactions; here both have it, and the"
              + " transaction's counts for it.");
    } else if (!onActivity && own.isEmpty()) {
      subject.warn(
          FaultCode.MISSING_ELEMENT,
          "Neither the activity nor a transaction has " + what + "; add it.");
    } else if (!onActivity && without.isPresent()) {
      subject.warn(
          without.get(),
          FaultCode.MISSING_ELEMENT,
          "Other transactions have "
              + what
              + " and this one has not, nor has the activity; add it, until then its money is in no"
              + " place.");
    }
  }

  private static boolean hasRecipient(IatiElement parent) {
    return parent.child("recipient-country").isPresent()
        || parent.child("recipient-region").isPresent();
  }

  private static boolean hasSector(IatiElement parent) {
    return parent.child("sector").isPresent();
  }
}
