package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.Coded;
import dev.kanmin.codes.CurrencyCode;
import java.util.Optional;

/**
 * Something of a report that cannot be seen where one would look for it, and why.
 *
 * @param count how many sums, countries or texts it concerns
 * @param what the kind of money, when it is money
 * @param amount how much of it together, plain decimal, where there is a currency
 * @param unit the currency
 */
public record Omission(
    Reason reason,
    int count,
    Optional<Figure.What> what,
    Optional<String> amount,
    Optional<CurrencyCode> unit) {

  /** Why; those named "may" are counted all the same. */
  public enum Reason implements Coded {
    /** The sum names no currency that ISO 4217 knows. In no total. */
    NO_CURRENCY,
    /** The sum, or the total with it, has more digits than money can have. In no total. */
    TOO_MANY_DIGITS,
    /** Another budget covers most of the time of this one. In no total. */
    OVERLAPPING_BUDGET,
    /** Budgets that count share more than a month with one another. */
    BUDGETS_MAY_OVERLAP,
    /** There are more budgets than are looked at. In no total. */
    TOO_MANY_BUDGETS,
    /** Who reports it reproduces what another is responsible for. In no total. */
    SECONDARY_REPORTER,
    /** The activity names parts of itself, of which the money is reported. In no total. */
    REPORTED_BY_CHILDREN,
    /** The activity is part of another one, whose money may include this one's. */
    MAY_BE_IN_PARENT,
    /** No percentage gives it to a country. In the totals, in no country. */
    NO_COUNTRY_SHARE,
    /** It goes to a region of several countries. In the totals, in no country. */
    IN_REGION,
    /** It goes to a country that ISO 3166-1 does not know. In the totals, in no country. */
    UNKNOWN_COUNTRY,
    /** No sector's percentage says which part is for the fields. In the totals, in no field. */
    NO_FIELD_SHARE,
    /** There are more places than are told apart. In the totals, in no country. */
    TOO_MANY_PLACES,
    /** Texts of the title in more languages than are shown. */
    TITLE_LANGUAGES,
    /** Texts of the title that are cut. */
    TITLE_SHORTENED,
    /** Regions and sectors beyond those that are shown. */
    CODES,
    /** Positions that are no latitude and longitude. */
    UNREADABLE_POSITION
  }
}
