package dev.kanmin.marketintelligence.profile;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Fields;
import dev.kanmin.codes.HsCode;
import dev.kanmin.marketintelligence.comtrade.Areas;
import dev.kanmin.marketintelligence.profile.ProfileFacts.Competitor;
import dev.kanmin.marketintelligence.profile.ProfileFacts.Growth;
import dev.kanmin.marketintelligence.profile.ProfileFacts.YearFigure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes a cell's profile from the figures of its country. The total is the source's own ("World"),
 * never the sum of partners; a heading that the source does not give is the sum of its subheadings.
 */
final class ProfileMaker {
  private static final String SOURCE = "UN Comtrade";
  private static final String SAMPLE = "[Sample] made up, in the form of UN Comtrade";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int SPAN = 5;
  private static final int LEAST_SPAN = 2;

  private final CountryCode country;
  private final Field field;
  private final List<HsCode> goods;

  /** By year and class of goods, of one revision each. */
  private final TreeMap<Integer, Map<HsCode, List<TradeFigure>>> byYear = new TreeMap<>();

  private ProfileMaker(CountryCode country, Field field, Collection<TradeFigure> figures) {
    this.country = country;
    this.field = field;
    this.goods = Fields.hints(field).hs();
    figures.stream()
        .collect(Collectors.groupingBy(TradeFigure::year))
        .forEach((year, ofYear) -> byYear.put(year, byGoods(ofYear)));
  }

  /**
   * The profile; empty where no figure is of the field's goods.
   *
   * @param figures of the country, of any goods
   */
  static Optional<ProfileFacts> of(
      CountryCode country, Field field, Collection<TradeFigure> figures, AgencyCode owner) {
    return new ProfileMaker(country, field, figures).make(owner);
  }

  private Map<HsCode, List<TradeFigure>> byGoods(List<TradeFigure> ofYear) {
    Map<HsCode, List<TradeFigure>> all = new HashMap<>();
    ofYear.stream()
        .filter(it -> goods.stream().anyMatch(mine -> mine.covers(it.goods())))
        .collect(Collectors.groupingBy(TradeFigure::goods))
        .forEach((code, figures) -> all.put(code, ofNewestRevision(figures)));
    return all;
  }

  /** Of the revisions that have a total. */
  private static List<TradeFigure> ofNewestRevision(List<TradeFigure> figures) {
    Optional<String> newest =
        figures.stream()
            .filter(ProfileMaker::isTotal)
            .max(Comparator.comparingInt(TradeFigure::revisionRank))
            .map(TradeFigure::revision);
    return figures.stream().filter(it -> Optional.of(it.revision()).equals(newest)).toList();
  }

  private static boolean isTotal(TradeFigure figure) {
    return figure.partner().equals(Areas.WORLD);
  }

  /** The figures that make a class of goods in a year: its own, else those of its parts. */
  private List<List<TradeFigure>> parts(int year, HsCode code) {
    Map<HsCode, List<TradeFigure>> all = byYear.getOrDefault(year, Map.of());
    List<TradeFigure> own = all.getOrDefault(code, List.of());
    if (!own.isEmpty()) {
      return List.of(own);
    }
    return all.entrySet().stream()
        .filter(it -> it.getKey().code().length() == 6 && code.covers(it.getKey()))
        .map(Map.Entry::getValue)
        .filter(it -> !it.isEmpty())
        .toList();
  }

  private record Year(int year, List<List<TradeFigure>> parts, List<HsCode> missing) {
    BigDecimal imports() {
      return sum(parts.stream().flatMap(List::stream).filter(ProfileMaker::isTotal).toList());
    }

    List<TradeFigure> partners() {
      return parts.stream().flatMap(List::stream).filter(it -> !isTotal(it)).toList();
    }

    /** Each class of goods is broken down, or is zero. */
    boolean hasPartners() {
      return parts.stream().allMatch(it -> it.size() > 1 || it.getFirst().dollars().signum() == 0);
    }

    BigDecimal from(CountryCode partner) {
      return sum(
          partners().stream()
              .filter(it -> it.partnerCountry().equals(Optional.of(partner)))
              .toList());
    }

    boolean isSample() {
      return parts.stream().flatMap(List::stream).anyMatch(TradeFigure::sample);
    }

    /** All of them, if its parts have several. */
    String source() {
      return parts.stream()
          .flatMap(List::stream)
          .map(it -> it.sample() ? SAMPLE : it.source().orElse(SOURCE))
          .distinct()
          .sorted()
          .collect(Collectors.joining(" / "));
    }

    TradeFigure newest() {
      return parts.stream()
          .flatMap(List::stream)
          .max(Comparator.comparingInt(TradeFigure::revisionRank))
          .orElseThrow();
    }
  }

  private Optional<ProfileFacts> make(AgencyCode owner) {
    List<Year> years = new ArrayList<>();
    byYear
        .keySet()
        .forEach(
            year -> {
              List<HsCode> missing =
                  goods.stream().filter(code -> parts(year, code).isEmpty()).toList();
              List<List<TradeFigure>> parts =
                  goods.stream().flatMap(code -> parts(year, code).stream()).toList();
              if (!parts.isEmpty()) {
                years.add(new Year(year, parts, missing));
              }
            });
    if (years.isEmpty()) {
      return Optional.empty();
    }
    List<Year> kept =
        years.subList(Math.max(0, years.size() - ProfileFacts.MOST_YEARS), years.size());
    Optional<Year> brokenDown =
        kept.reversed().stream().filter(it -> it.hasPartners() && isPositive(it)).findFirst();
    return Optional.of(
        new ProfileFacts(
            country,
            field,
            goods,
            goods.stream().filter(this::isShared).toList(),
            figures(kept),
            brokenDown.map(Year::year),
            brokenDown.map(this::competitors).orElse(List.of()),
            growth(kept),
            owner,
            kept.stream().anyMatch(Year::isSample)));
  }

  private static boolean isPositive(Year year) {
    return year.imports().signum() > 0;
  }

  private boolean isShared(HsCode code) {
    return Fields.all().stream()
        .filter(other -> !other.equals(field))
        .flatMap(other -> Fields.hints(other).hs().stream())
        .anyMatch(other -> other.covers(code) || code.covers(other));
  }

  private List<YearFigure> figures(List<Year> years) {
    List<YearFigure> figures = new ArrayList<>();
    Optional<String> before = Optional.empty();
    for (Year year : years) {
      String revision = year.newest().revision();
      boolean newRevision = before.filter(it -> !it.equals(revision)).isPresent();
      figures.add(figure(year, newRevision));
      before = Optional.of(revision);
    }
    return figures;
  }

  private YearFigure figure(Year year, boolean revisionBreak) {
    BigDecimal imports = year.imports();
    Optional<BigDecimal> japan =
        Optional.of(year.from(Areas.JAPAN))
            .filter(it -> year.hasPartners() && it.compareTo(imports) <= 0);
    List<TradeFigure> all = year.parts().stream().flatMap(List::stream).toList();
    return new YearFigure(
        year.year(),
        imports,
        japan,
        japan.filter(it -> isPositive(year)).map(it -> percent(it, imports)),
        year.missing(),
        all.stream().anyMatch(TradeFigure::estimated),
        year.newest().revision(),
        revisionBreak,
        year.source(),
        country,
        all.stream().map(TradeFigure::retrievedOn).min(LocalDate::compareTo).orElseThrow());
  }

  private List<Competitor> competitors(Year year) {
    BigDecimal imports = year.imports();
    return year.partners().stream()
        .collect(Collectors.groupingBy(TradeFigure::partner))
        .entrySet()
        .stream()
        .map(
            it ->
                new Competitor(
                    it.getKey(),
                    it.getValue().getFirst().partnerCountry(),
                    sum(it.getValue()),
                    percent(sum(it.getValue()), imports)))
        .sorted(
            Comparator.comparing(Competitor::imports).reversed().thenComparing(Competitor::area))
        .limit(ProfileFacts.MOST_COMPETITORS)
        .toList();
  }

  /** Over five years or the longest span below, between years that lack the same goods. */
  private static Optional<Growth> growth(List<Year> years) {
    Year last = years.getLast();
    return years.stream()
        .filter(it -> last.year() - it.year() <= SPAN && last.year() - it.year() >= LEAST_SPAN)
        .filter(it -> it.missing().equals(last.missing()) && isPositive(it) && isPositive(last))
        .findFirst()
        .map(
            first -> {
              double ratio =
                  last.imports().divide(first.imports(), MathContext.DECIMAL64).doubleValue();
              double rate = Math.pow(ratio, 1.0 / (last.year() - first.year())) - 1;
              boolean revised =
                  years.stream()
                          .filter(it -> it.year() >= first.year())
                          .map(it -> it.newest().revision())
                          .distinct()
                          .count()
                      > 1;
              return new Growth(
                  first.year(),
                  last.year(),
                  BigDecimal.valueOf(rate * 100).setScale(1, RoundingMode.HALF_UP),
                  revised);
            });
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP);
  }

  private static BigDecimal sum(List<TradeFigure> figures) {
    BigDecimal sum =
        figures.stream().map(TradeFigure::dollars).reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.setScale(0, RoundingMode.HALF_UP);
  }
}
