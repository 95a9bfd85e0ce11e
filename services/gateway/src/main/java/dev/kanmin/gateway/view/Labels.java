package dev.kanmin.gateway.view;

import dev.kanmin.codes.Agencies;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Countries;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Language;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.gateway.picture.MoneySlot;
import dev.kanmin.gateway.view.ViewParts.Labelled;
import dev.kanmin.gateway.view.ViewParts.Sum;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Words and figures in one language. */
public final class Labels {
  private static final LocalizedText UNCLASSIFIED =
      new LocalizedText(
          Map.of(
              "ja", "未分類", "en", "Unclassified", "zh-Hans", "未分类", "zh-Hant", "未分類", "ko", "미분류"));

  private static final Map<Language, Labels> OF_THE_SITE =
      Language.OF_THE_SITE.stream()
          .collect(Collectors.toUnmodifiableMap(Function.identity(), Labels::new));

  private final Language language;

  /** Where a title is looked for, in this order; each look-up would parse language tags again. */
  private final List<String> tags;

  private Labels(Language language) {
    this.language = language;
    this.tags = language.fallbacks().stream().map(Language::tag).toList();
  }

  /** Labels in that language; titles fall back to any language they have. */
  public static Labels in(Language language) {
    Labels ready = OF_THE_SITE.get(language);
    return ready == null ? new Labels(language) : ready;
  }

  public Labelled of(String list, String code) {
    return new Labelled(code, CodeLists.list(list).label(code, language));
  }

  public Labelled field(String code) {
    return code.equals(Field.UNCLASSIFIED)
        ? new Labelled(code, UNCLASSIFIED.in(language))
        : of(CodeLists.FIELDS, code);
  }

  /** Names of countries outside Asia come from the JDK's CLDR, as those in Asia do. */
  public Labelled country(String code) {
    return new Labelled(
        code,
        CountryCode.find(code)
            .map(
                known ->
                    Countries.find(known)
                        .map(country -> country.name(language))
                        .orElseGet(() -> displayName(code)))
            .orElse(code));
  }

  public Labelled agency(String code) {
    return new Labelled(
        code, Agencies.find(AgencyCode.of(code)).map(agency -> agency.name(language)).orElse(code));
  }

  /** The text in the best language there is; empty when there is none. */
  Optional<String> text(Map<String, String> texts) {
    for (String tag : tags) {
      String text = texts.get(tag);
      if (text != null) {
        return Optional.of(text);
      }
    }
    return texts.keySet().stream().sorted().findFirst().map(texts::get);
  }

  static List<Sum> money(Map<MoneySlot, BigDecimal> money) {
    return money.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(sum -> sum.getValue().signum() != 0)
        .map(
            sum ->
                new Sum(sum.getKey().kind().code(), plain(sum.getValue()), sum.getKey().currency()))
        .toList();
  }

  /** Exact, without trailing zeros: {@code 31.25}. */
  static String plain(BigDecimal amount) {
    BigDecimal shortest = amount.stripTrailingZeros();
    return (shortest.scale() < 0 ? shortest.setScale(0) : shortest).toPlainString();
  }

  private String displayName(String code) {
    return java.util.Locale.of("", code).getDisplayCountry(language.toLocale());
  }
}
