package dev.kanmin.marketintelligence.profile;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.HsCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a country imports of a field's goods, by year. Goods are those that the code list of fields
 * names; where a class of goods holds those of other fields too, the figures are an upper bound.
 *
 * @param goods the field's classes of the Harmonized System
 * @param shared those of them that stand for other fields too
 * @param years oldest first, at most 40
 * @param competitors by partner in the newest year that has them, largest first, at most 10
 * @param growth of the imports; absent where years cannot be compared
 * @param owner the agency that first imported figures of the cell
 * @param sample some of its figures are made up, for demonstrations
 */
public record ProfileFacts(
    CountryCode country,
    Field field,
    @JsonSetter(nulls = AS_EMPTY) List<HsCode> goods,
    @JsonSetter(nulls = AS_EMPTY) List<HsCode> shared,
    @JsonSetter(nulls = AS_EMPTY) List<YearFigure> years,
    Optional<Integer> competitorsIn,
    @JsonSetter(nulls = AS_EMPTY) List<Competitor> competitors,
    Optional<Growth> growth,
    AgencyCode owner,
    @JsonSetter(nulls = AS_EMPTY) boolean sample) {

  static final int MOST_YEARS = 40;
  static final int MOST_COMPETITORS = 10;

  /**
   * One year.
   *
   * @param imports from all partners, CIF, US dollars of the year
   * @param fromJapan of it; absent where the source does not break the year down by partner
   * @param japanShare percent, one decimal
   * @param missing goods of which the source says nothing: the sum lacks them
   * @param estimated part of it was estimated by the United Nations
   * @param revision of the Harmonized System, newest if several
   * @param revisionBreak the year before is by another one: goods may have moved between codes
   * @param source whose figures these are
   * @param reporter the importing country, by its own report
   * @param retrievedOn when the oldest part of it was fetched
   */
  public record YearFigure(
      int year,
      BigDecimal imports,
      Optional<BigDecimal> fromJapan,
      Optional<BigDecimal> japanShare,
      @JsonSetter(nulls = AS_EMPTY) List<HsCode> missing,
      boolean estimated,
      String revision,
      boolean revisionBreak,
      String source,
      CountryCode reporter,
      LocalDate retrievedOn) {}

  /**
   * Who supplies.
   *
   * @param area of UN Comtrade; 490 stands for Taiwan's trade
   * @param share percent of the imports, one decimal
   */
  public record Competitor(
      String area, Optional<CountryCode> country, BigDecimal imports, BigDecimal share) {}

  /**
   * Compound annual growth rate.
   *
   * @param percent a year, one decimal
   * @param revisionBreak between them the Harmonized System changed
   */
  public record Growth(int from, int to, BigDecimal percent, boolean revisionBreak) {}
}
