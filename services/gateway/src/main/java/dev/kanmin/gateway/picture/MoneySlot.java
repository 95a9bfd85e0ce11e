package dev.kanmin.gateway.picture;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is never added together: sums of another kind, or in another currency.
 *
 * @param currency ISO 4217 alphabetic code
 */
public record MoneySlot(Kind kind, String currency) implements Comparable<MoneySlot> {
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

  /** By hand, as the fold adds a dozen sums for each event. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof MoneySlot(var otherKind, var otherCurrency)
            && kind == otherKind
            && currency.equals(otherCurrency));
  }

  @Override
  public int hashCode() {
    return 31 * currency.hashCode() + kind.hashCode();
  }

  @Override
  public int compareTo(MoneySlot other) {
    int kinds = kind.compareTo(other.kind);
    return kinds == 0 ? currency.compareTo(other.currency) : kinds;
  }
}
