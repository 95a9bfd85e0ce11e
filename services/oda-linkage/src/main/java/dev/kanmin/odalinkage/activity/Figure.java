package dev.kanmin.odalinkage.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kanmin.codes.Coded;
import dev.kanmin.codes.CurrencyCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A sum of an activity's money of one kind, in one currency, that goes to one place.
 *
 * @param amount plain decimal of any sign, in the currency's major unit
 * @param unit the currency
 * @param countries where it goes, when the report says so for these sums; none at all when that is
 *     no country; absent when the activity's own shares hold
 * @param fields what it is for, when the report says so for these sums; absent when the activity's
 *     own shares hold
 */
public record Figure(
    What what,
    String amount,
    CurrencyCode unit,
    Optional<List<Part>> countries,
    Optional<List<Part>> fields) {

  /** Kinds of money. */
  public enum What implements Coded {
    BUDGET,
    /** Outgoing commitments, transaction type 2. */
    COMMITMENT,
    /** Transaction type 3. */
    DISBURSEMENT,
    /** Transaction type 4. */
    EXPENDITURE
  }

  /**
   * A part of a sum.
   *
   * @param code of a country or field
   * @param percentage 0 to 100 with at most 12 decimals; absent when the report does not say
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Part(String code, Optional<BigDecimal> percentage) {
    static Part whole(String code) {
      return new Part(code, Optional.of(Percentages.WHOLE));
    }
  }
}
