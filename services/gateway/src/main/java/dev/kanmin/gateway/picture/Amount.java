package dev.kanmin.gateway.picture;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Money on an event.
 *
 * @param amount exact, in the currency's major unit
 * @param currency ISO 4217 alphabetic code
 */
record Amount(BigDecimal amount, String currency) {
  private static final int MOST_DIGITS = 40;
  private static final int CODE_LENGTH = 3;

  Amount {
    requireOrdinary(amount);
    if (currency.length() != CODE_LENGTH) {
      throw new IllegalArgumentException("a currency has three letters");
    }
  }

  static Amount read(EventData data) {
    @Nullable BigDecimal amount = null;
    @Nullable String currency = null;
    data.object();
    while (data.next()) {
      switch (data.field()) {
        case "amount" -> amount = data.decimal();
        case "currency" -> currency = data.code();
        default -> data.skip();
      }
    }
    return new Amount(data.required(amount, "amount"), data.required(currency, "currency"));
  }

  /**
   * A hostile exponent must not blow up a sum: at most 40 digits before and after the point.
   *
   * @throws IllegalArgumentException if there are more
   */
  static BigDecimal requireOrdinary(BigDecimal number) {
    if (number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS) {
      throw new IllegalArgumentException("a number has more digits than money can have");
    }
    return number;
  }
}
