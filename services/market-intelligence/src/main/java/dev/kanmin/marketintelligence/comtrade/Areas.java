package dev.kanmin.marketintelligence.comtrade;

import dev.kanmin.codes.Countries;
import dev.kanmin.codes.CountryCode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Areas of UN Comtrade. Their numbers look like those of ISO 3166 and are not: France, Italy,
 * Switzerland, Norway, the United States and India have others; no number is Taiwan's, whose trade
 * partners report under 490 "Other Asia, nes".
 */
public final class Areas {
  /** All partners together. */
  public static final String WORLD = "0";

  public static final CountryCode JAPAN = CountryCode.of("JP");

  /** Not otherwise specified, bunkers, free zones, special categories: no country. */
  private static final Set<String> NO_COUNTRY = Set.of("837", "838", "839", "899", "473", "568");

  /** ISO 3166 gives these numbers to countries, and Comtrade uses others. */
  private static final Set<String> NOT_USED = Set.of("158", "250", "356", "578", "756", "840");

  private static final Map<String, String> OWN =
      Map.ofEntries(
          Map.entry("251", "FR"),
          Map.entry("380", "IT"),
          Map.entry("381", "IT"),
          Map.entry("757", "CH"),
          Map.entry("579", "NO"),
          Map.entry("842", "US"),
          Map.entry("699", "IN"),
          Map.entry("490", "TW"));

  /**
   * Suppliers of medical goods outside Asia, by ISO 3166-1 numeric; others come by their ISO code.
   */
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("36", "AU"),
          Map.entry("40", "AT"),
          Map.entry("56", "BE"),
          Map.entry("76", "BR"),
          Map.entry("124", "CA"),
          Map.entry("188", "CR"),
          Map.entry("203", "CZ"),
          Map.entry("208", "DK"),
          Map.entry("214", "DO"),
          Map.entry("246", "FI"),
          Map.entry("276", "DE"),
          Map.entry("348", "HU"),
          Map.entry("372", "IE"),
          Map.entry("442", "LU"),
          Map.entry("470", "MT"),
          Map.entry("484", "MX"),
          Map.entry("528", "NL"),
          Map.entry("554", "NZ"),
          Map.entry("616", "PL"),
          Map.entry("620", "PT"),
          Map.entry("642", "RO"),
          Map.entry("643", "RU"),
          Map.entry("703", "SK"),
          Map.entry("705", "SI"),
          Map.entry("710", "ZA"),
          Map.entry("724", "ES"),
          Map.entry("752", "SE"),
          Map.entry("826", "GB"));

  private static final Map<String, CountryCode> BY_NUMBER = byNumber();

  /** Italy has two, of which the first is used. */
  private static final Map<CountryCode, String> NUMBERS =
      BY_NUMBER.entrySet().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  Map.Entry::getValue,
                  Map.Entry::getKey,
                  (one, other) -> one.compareTo(other) < 0 ? one : other));

  private static final Map<String, CountryCode> BY_ALPHA3 = byAlpha3();

  private Areas() {}

  /**
   * The country of an area.
   *
   * @param number as in the file
   * @param alpha3 ISO 3166-1 alpha-3, where the file has it; S19 is 490
   */
  public static Optional<CountryCode> country(String number, Optional<String> alpha3) {
    String plain = plain(number);
    if (NO_COUNTRY.contains(plain) || plain.equals(WORLD)) {
      return Optional.empty();
    }
    return Optional.ofNullable(BY_NUMBER.get(plain))
        .or(
            () ->
                NOT_USED.contains(plain)
                    ? Optional.empty()
                    : alpha3.flatMap(it -> Optional.ofNullable(BY_ALPHA3.get(it))));
  }

  /** Number of a country; empty if it is none that is known here. */
  public static Optional<String> number(CountryCode country) {
    return Optional.ofNullable(NUMBERS.get(country));
  }

  /** Without the leading zeros that some files have. */
  static String plain(String number) {
    String plain = number.strip().replaceFirst("^0+(?=[0-9])", "");
    return plain.isEmpty() ? WORLD : plain;
  }

  private static Map<String, CountryCode> byNumber() {
    Map<String, CountryCode> all = new HashMap<>();
    Countries.all().forEach(it -> all.put(plain(it.numeric()), it.code()));
    ELSEWHERE.forEach((number, code) -> all.put(number, CountryCode.of(code)));
    NOT_USED.forEach(all::remove);
    OWN.forEach((number, code) -> all.put(number, CountryCode.of(code)));
    return Map.copyOf(all);
  }

  private static Map<String, CountryCode> byAlpha3() {
    Map<String, CountryCode> all = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      all.put(new Locale.Builder().setRegion(code).build().getISO3Country(), CountryCode.of(code));
    }
    return Map.copyOf(all);
  }
}
