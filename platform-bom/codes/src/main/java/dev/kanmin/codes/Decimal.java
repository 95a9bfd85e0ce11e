package dev.kanmin.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * A number that is no money: JSON {@code "12.5"}, so that nobody reads it as double. At most 24
 * digits before and 12 after the point; as short as its value allows, so that equal values are
 * equal records.
 */
public record Decimal(@JsonValue String text) implements Comparable<Decimal> {
  private static final int MOST_INTEGER_DIGITS = 24;
  private static final int MOST_DECIMALS = 12;

  /**
   * Takes the value only if it is valid.
   *
   * @throws IllegalArgumentException unless it is a plain decimal, without exponent or thousands
   *     separators
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Decimal {
    text = shortest(Money.plainDecimal(text));
  }

  /**
   * The same value.
   *
   * @throws IllegalArgumentException if it has too many digits
   */
  public static Decimal of(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    if (stripped.precision() - stripped.scale() > MOST_INTEGER_DIGITS
        || stripped.scale() > MOST_DECIMALS) {
      throw Refusal.of(
          "a number",
          value.toPlainString(),
          "at most %d digits before and %d after the point"
              .formatted(MOST_INTEGER_DIGITS, MOST_DECIMALS));
    }
    return new Decimal(shortest(stripped));
  }

  public static Decimal of(String text) {
    return new Decimal(text);
  }

  public BigDecimal value() {
    return new BigDecimal(text);
  }

  @Override
  public int compareTo(Decimal other) {
    return value().compareTo(other.value());
  }

  @Override
  public String toString() {
    return text;
  }

  private static String shortest(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
