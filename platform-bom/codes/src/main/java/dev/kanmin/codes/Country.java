package dev.kanmin.codes;

import java.util.List;
import java.util.Optional;

/**
 * A country or region of Asia.
 *
 * @param numeric ISO 3166-1 numeric, three digits with leading zeros, as UN Comtrade uses it
 * @param region UN M49 sub-region: {@code 030} eastern, {@code 034} southern, {@code 035}
 *     south-eastern, {@code 143} central, {@code 145} western; a code of {@link CodeLists#REGIONS}
 * @param currencies legal tender, the usual one last where there are two; empty where the source
 *     gives none
 * @param leastDeveloped by the United Nations' list, see the list's source for the date
 */
public record Country(
    CountryCode code,
    String alpha3,
    String numeric,
    LocalizedText names,
    String region,
    List<CurrencyCode> currencies,
    boolean leastDeveloped) {

  static Country of(CodeEntry entry) {
    return new Country(
        CountryCode.of(entry.code()),
        required(entry.text("alpha3")),
        required(entry.text("numeric")),
        entry.labels(),
        required(entry.text("region")),
        entry.texts("currencies").stream().map(CurrencyCode::of).toList(),
        entry.flag("leastDeveloped"));
  }

  /** The name in that language, or in the next of its fallbacks. */
  public String name(Language language) {
    return names.in(language);
  }

  private static String required(Optional<String> attribute) {
    return attribute.orElseThrow();
  }
}
