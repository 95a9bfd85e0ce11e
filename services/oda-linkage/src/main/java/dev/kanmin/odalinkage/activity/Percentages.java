package dev.kanmin.odalinkage.activity;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Percentages of the standard: 0 to 100. */
final class Percentages {
  static final BigDecimal WHOLE = new BigDecimal(100);

  /** That an officer may enter. */
  private static final int DECIMALS = 6;

  private Percentages() {}

  /** The percentage that a fraction of 1 is. */
  static BigDecimal of(BigDecimal fraction) {
    return plain(fraction.multiply(WHOLE));
  }

  /** The same without trailing zeros. */
  static BigDecimal plain(BigDecimal percentage) {
    BigDecimal shortest = percentage.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }

  /** Whether it has at most six decimals, and is written in a reasonable number of digits. */
  static boolean isExact(BigDecimal value) {
    return value.scale() <= DECIMALS && value.scale() >= -DECIMALS;
  }

  /** The sum; empty when one of them is unknown, or there is none. */
  static Optional<BigDecimal> sum(Collection<Optional<BigDecimal>> parts) {
    if (parts.isEmpty() || parts.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    List<BigDecimal> known = parts.stream().map(Optional::orElseThrow).toList();
    return Optional.of(plain(known.stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
  }
}
