package dev.kanmin.gateway.picture;

import java.math.BigDecimal;
import java.util.Optional;

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
}
