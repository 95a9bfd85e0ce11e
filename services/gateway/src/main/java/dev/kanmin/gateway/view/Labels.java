package dev.kanmin.gateway.view;

import dev.kanmin.codes.Agencies;
import dev.kanmin.codes.Agency;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Countries;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Language;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.gateway.picture.CardCodes;
import dev.kanmin.gateway.picture.CellTotals;
import dev.kanmin.gateway.picture.FigureSlot;
import dev.kanmin.gateway.view.ViewParts.KindCount;
import dev.kanmin.gateway.view.ViewParts.Labelled;
import dev.kanmin.gateway.view.ViewParts.Sum;
import dev.kanmin.gateway.view.ViewParts.Totals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
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

  /** The language that is asked for first. */
  public Language language() {
    return language;
  }

  /** The code itself where the list does not have it, or is not known here. */
  public Labelled of(String list, String code) {
    return new Labelled(
        code, CodeLists.find(list).map(known -> known.label(code, language)).orElse(code));
  }

  /** A kind of link, in the words of the end that it leads to. */
  public Labelled inverse(String linkKind) {
    return new Labelled(
        linkKind,
        CardCodes.inverse(linkKind)
            .flatMap(this::text)
            .orElseGet(() -> of(CardCodes.LINK_KINDS, linkKind).label()));
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
    return new Labelled(code, knownAgency(code).map(agency -> agency.name(language)).orElse(code));
  }

  /** The text in the best language there is; empty when there is none. */
  public Optional<String> text(Map<String, String> texts) {
    for (String tag : tags) {
      String text = texts.get(tag);
      if (text != null) {
        return Optional.of(text);
      }
    }
    return texts.keySet().stream().sorted().findFirst().map(texts::get);
  }

  /** What a cell or a sum adds up to; nothing, if there is none. */
  public static Totals totals(Optional<CellTotals> totals) {
    return totals
        .map(
            it ->
                new Totals(
                    it.kinds().stream()
                        .map(kind -> new KindCount(kind.kind(), kind.live(), kind.ended()))
                        .toList(),
                    sums(it.figures(), true),
                    sums(it.figures(), false),
                    it.overlapping()))
        .orElse(new Totals(List.of(), List.of(), List.of(), 0));
  }

  private static List<Sum> sums(SortedMap<FigureSlot, BigDecimal> figures, boolean money) {
    return figures.entrySet().stream()
        .filter(sum -> sum.getKey().isMoney() == money)
        .map(
            sum ->
                new Sum(
                    sum.getKey().what(),
                    plain(sum.getValue()),
                    Optional.of(sum.getKey().unit()).filter(unit -> !unit.isEmpty())))
        .toList();
  }

  /** Exact, without trailing zeros: {@code 31.25}. */
  static String plain(BigDecimal amount) {
    BigDecimal shortest = amount.stripTrailingZeros();
    return (shortest.scale() < 0 ? shortest.setScale(0) : shortest).toPlainString();
  }

  private static Optional<Agency> knownAgency(String code) {
    try {
      return Agencies.find(AgencyCode.of(code));
    } catch (IllegalArgumentException noCode) {
      return Optional.empty();
    }
  }

  private String displayName(String code) {
    return Locale.of("", code).getDisplayCountry(language.toLocale());
  }
}
