package dev.kanmin.gateway.picture;

import java.util.Comparator;
import java.util.Locale;

/**
 * What is never added together: sums of another kind, or in another currency.
 *
 * @param currency ISO 4217 alphabetic code
 */
public record MoneySlot(Kind kind, String currency) implements Comparable<MoneySlot> {
  private static final Comparator<MoneySlot> ORDER =
      Comparator.comparing(MoneySlot::kind).thenComparing(MoneySlot::currency);

  /** What a sum of an activity is, after IATI. */
  public enum Kind {
    BUDGETS,
    COMMITMENTS,
    DISBURSEMENTS,
    EXPENDITURES;

    /** As in JSON. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public int compareTo(MoneySlot other) {
    return ORDER.compare(this, other);
  }
}
