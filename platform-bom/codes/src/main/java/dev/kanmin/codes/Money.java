package dev.kanmin.codes;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * An amount in one currency, in its major unit: JSON {@code {"amount": "3000.00", "currency":
 * "EUR"}}. Amounts may be negative (IATI publishes reversals), have at most 24 digits before and 12
 * after the point, and are never added across currencies. The scale is at least that of the
 * currency and otherwise as small as the value allows, so that equal values are equal records.
 */
@JsonPropertyOrder({"amount", "currency"})
public record Money(
    @JsonSerialize(using = PlainDecimalSerializer.class)
        @JsonDeserialize(using = PlainDecimalDeserializer.class)
        @JsonProperty(required = true)
        BigDecimal amount,
    @JsonProperty(required = true) CurrencyCode currency) {
  /** How an amount is written, as a regular expression without anchors. */
  public static final String AMOUNT_PATTERN = "-?[0-9]{1,24}(\\.[0-9]{1,12})?";

  private static final int MOST_INTEGER_DIGITS = 24;
  private static final int MOST_DECIMALS = 12;
  private static final Pattern DECIMAL = Pattern.compile(AMOUNT_PATTERN);
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  /** Keeps the figure as published; see {@link #asPublished(String, CurrencyCode)}. */
  public Money {
    var shortest = amount.stripTrailingZeros();
    if ((long) shortest.precision() - shortest.scale() > MOST_INTEGER_DIGITS
        || shortest.scale() > MOST_DECIMALS) {
      throw new IllegalArgumentException(
          "an amount of money has at most "
              + MOST_INTEGER_DIGITS
              + " digits before and "
              + MOST_DECIMALS
              + " after the point");
    }
    amount = shortest.setScale(Math.max(minorUnits(currency), shortest.scale()));
  }

  /**
   * An amount that someone enters: no more decimals than ISO 4217 gives the currency.
   *
   * @throws IllegalArgumentException if there are more, such as 1.5 JPY
   */
  public static Money of(BigDecimal amount, CurrencyCode currency) {
    return asPublished(amount, currency).requireMinorUnits();
  }

  /** {@link #of(BigDecimal, CurrencyCode)} from a plain decimal such as {@code "3000.00"}. */
  public static Money of(String amount, String currency) {
    return asPublished(amount, CurrencyCode.of(currency)).requireMinorUnits();
  }

  /** An imported amount: the figure stays as it was published, even 0.5 JPY. */
  public static Money asPublished(BigDecimal amount, CurrencyCode currency) {
    return new Money(amount, currency);
  }

  /**
   * An imported amount from a plain decimal.
   *
   * @throws IllegalArgumentException unless it is a plain decimal, without exponent or thousands
   *     separators
   */
  public static Money asPublished(String amount, CurrencyCode currency) {
    return new Money(plainDecimal(amount), currency);
  }

  static BigDecimal plainDecimal(String amount) {
    if (!DECIMAL.matcher(amount).matches()) {
      throw Refusal.of("an amount of money", amount, "a plain decimal such as 3000.00");
    }
    return new BigDecimal(amount);
  }

  public static Money zero(CurrencyCode currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /**
   * This amount, if the currency has its decimals: for amounts that came as JSON of a command.
   *
   * @throws IllegalArgumentException if it has more decimals than ISO 4217 gives the currency
   */
  public Money requireMinorUnits() {
    var allowed = currency.minorUnits();
    if (allowed.isPresent() && amount.scale() > allowed.getAsInt()) {
      throw Refusal.of(
          "an amount in " + currency,
          amount.toPlainString(),
          "at most " + allowed.getAsInt() + " decimals (ISO 4217)");
    }
    return this;
  }

  /**
   * The sum of two amounts in one currency.
   *
   * @throws IllegalArgumentException if the currencies differ
   */
  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "money is never added across currencies: "
              + currency
              + " and "
              + other.currency
              + " need a total each");
    }
    return new Money(amount.add(other.amount), currency);
  }

  public Money negate() {
    return new Money(amount.negate(), currency);
  }

  /**
   * That part of the amount, rounded to the currency's decimals (to 12 for units of account without
   * any).
   *
   * @param percentage 0 to 100 usually; 25 is a quarter
   * @param rounding how, because parts that are rounded need not add up to the whole
   */
  public Money percent(BigDecimal percentage, RoundingMode rounding) {
    var decimals = currency.minorUnits().orElse(MOST_DECIMALS);
    return new Money(amount.multiply(percentage).divide(HUNDRED, decimals, rounding), currency);
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency;
  }

  private static int minorUnits(CurrencyCode currency) {
    return currency.minorUnits().orElse(0);
  }
}
