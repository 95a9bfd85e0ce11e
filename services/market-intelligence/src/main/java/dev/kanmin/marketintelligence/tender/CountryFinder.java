package dev.kanmin.marketintelligence.tender;

import dev.kanmin.codes.CountryCode;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds a country by its name: as the Unicode CLDR writes it in the languages that feeds of Asia
 * come in, by its codes, or as the World Bank writes it.
 */
final class CountryFinder {
  private static final List<String> LANGUAGES =
      List.of(
          "en", "fr", "ja", "zh-Hans", "zh-Hant", "ko", "id", "th", "vi", "km", "lo", "my", "mn",
          "bn", "hi", "ne", "hy", "ka", "ru");

  /** Names of the World Bank and the United Nations that CLDR does not have. */
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("viet nam", "VN"),
          Map.entry("lao people's democratic republic", "LA"),
          Map.entry("lao pdr", "LA"),
          Map.entry("korea, republic of", "KR"),
          Map.entry("republic of korea", "KR"),
          Map.entry("korea, rep.", "KR"),
          Map.entry("taiwan", "TW"),
          Map.entry("myanmar", "MM"),
          Map.entry("burma", "MM"),
          Map.entry("timor leste", "TL"),
          Map.entry("east timor", "TL"),
          Map.entry("brunei darussalam", "BN"),
          Map.entry("people's republic of china", "CN"),
          Map.entry("kyrgyz republic", "KG"),
          Map.entry("hong kong", "HK"),
          Map.entry("macao", "MO"));

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Map<String, CountryCode> BY_NAME = names();

  private CountryFinder() {}

  static Optional<CountryCode> named(String name) {
    return Optional.ofNullable(BY_NAME.get(folded(name)));
  }

  private static Map<String, CountryCode> names() {
    Map<String, CountryCode> names = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      CountryCode country = CountryCode.of(code);
      Locale region = new Locale.Builder().setRegion(code).build();
      names.put(folded(code), country);
      names.put(folded(region.getISO3Country()), country);
      for (String language : LANGUAGES) {
        names.putIfAbsent(
            folded(region.getDisplayCountry(Locale.forLanguageTag(language))), country);
      }
    }
    OTHERS.forEach((name, code) -> names.put(folded(name), CountryCode.of(code)));
    return Map.copyOf(names);
  }

  private static String folded(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKD);
    return MARKS.matcher(plain).replaceAll("").strip().toLowerCase(Locale.ROOT);
  }
}
