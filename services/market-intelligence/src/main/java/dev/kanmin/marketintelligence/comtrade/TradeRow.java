package dev.kanmin.marketintelligence.comtrade;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.HsCode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a country imported in a year from one partner or from all, of one class of goods: a total
 * over all second partners, customs procedures and modes of transport.
 *
 * @param partner area of Comtrade; 0 is all together
 * @param revision H0 (1992) to H6 (2022), or HS where the file only says "as reported"
 * @param dollars CIF, in US dollars of the year
 * @param estimated by the United Nations, not reported by the country
 */
public record TradeRow(
    CountryCode reporter,
    int year,
    HsCode goods,
    String partner,
    Optional<CountryCode> partnerCountry,
    String revision,
    BigDecimal dollars,
    boolean estimated) {}
