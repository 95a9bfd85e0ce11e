package dev.kanmin.gateway.picture;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of an activity that belongs to a country or a field.
 *
 * @param code of the country or field
 * @param percentage 0 to 100 usually; empty when the report does not say
 */
public record Share(String code, Optional<BigDecimal> percentage) {
  public Share {
    percentage.ifPresent(Amount::requireOrdinary);
    if (code.isEmpty() || code.equals(CellKey.ALL)) {
      throw new IllegalArgumentException("a share names a country or a field");
    }
  }

  /** By hand, as the fold compares the shares of each event with those of the one before. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Share(var otherCode, var otherPercentage)
            && code.equals(otherCode)
            && percentage.equals(otherPercentage));
  }

  @Override
  public int hashCode() {
    return 31 * code.hashCode() + percentage.hashCode();
  }
}
