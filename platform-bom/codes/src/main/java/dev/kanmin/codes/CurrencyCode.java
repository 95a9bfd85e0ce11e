package dev.kanmin.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** A currency as ISO 4217 alphabetic code, in capitals; codes of past currencies stay readable. */
public record CurrencyCode(@JsonValue String code) implements Comparable<CurrencyCode> {
  private static final Set<String> KNOWN =
      Currency.availableCurrencies()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  /**
   * Takes the value only if it is valid.
   *
   * @throws IllegalArgumentException if ISO 4217 knows no such code
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CurrencyCode {
    if (!KNOWN.contains(code)) {
      throw Refusal.of("a currency", code, "an ISO 4217 code such as JPY");
    }
  }

  public static CurrencyCode of(String code) {
    return new CurrencyCode(code);
  }

  /** The currency, or empty when ISO 4217 knows no such code. */
  public static Optional<CurrencyCode> find(String code) {
    return KNOWN.contains(code) ? Optional.of(new CurrencyCode(code)) : Optional.empty();
  }

  /**
   * Digits after the decimal point by ISO 4217: 0 for JPY, KRW and VND, 2 for most, 3 for KWD;
   * empty for units of account such as XDR, to which the standard gives none.
   */
  public OptionalInt minorUnits() {
    var digits = Currency.getInstance(code).getDefaultFractionDigits();
    return digits < 0 ? OptionalInt.empty() : OptionalInt.of(digits);
  }

  @Override
  public int compareTo(CurrencyCode other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
