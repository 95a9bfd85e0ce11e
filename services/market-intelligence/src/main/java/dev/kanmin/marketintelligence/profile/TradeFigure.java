package dev.kanmin.marketintelligence.profile;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.HsCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A figure as it is kept.
 *
 * @param partner area of Comtrade; 0 is all together
 * @param sample made up, for demonstrations
 * @param source whose it is; absent: UN Comtrade
 */
record TradeFigure(
    int year,
    HsCode goods,
    String partner,
    Optional<CountryCode> partnerCountry,
    String revision,
    BigDecimal dollars,
    boolean estimated,
    LocalDate retrievedOn,
    boolean sample,
    Optional<String> source) {

  /** Newer ones say more about the goods of today; "as reported" says nothing. */
  int revisionRank() {
    return revision.startsWith("H") && Character.isDigit(revision.charAt(1))
        ? revision.charAt(1) - '0'
        : -1;
  }
}
