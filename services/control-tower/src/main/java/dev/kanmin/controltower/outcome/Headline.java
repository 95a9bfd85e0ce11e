package dev.kanmin.controltower.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.CurrencyCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Money;
import dev.kanmin.controltower.outcome.Outcome.Column;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Confirmed, expected and claimed side by side. Each outcome counts in one column. One of several
 * fields stands in each field's row and once in the total.
 *
 * @param cells by country, field and fiscal year
 * @param totals by fiscal year; each outcome once
 * @param inSeveralFields outcomes that stand in more than one row, so that rows do not add up
 * @param notCounted outcomes that are disputed, expired or merged
 */
@Schema(name = "OutcomeHeadline")
record Headline(
    List<Row> cells, List<Row> totals, long inSeveralFields, SortedMap<String, Long> notCounted) {

  /**
   * Figures of one place and year.
   *
   * @param fiscalYear begins on 1 April of that year
   */
  @Schema(name = "HeadlineRow")
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Row(
      Optional<CountryCode> country,
      Optional<Field> field,
      int fiscalYear,
      Figures confirmed,
      Figures expected,
      Figures claimed) {}

  /**
   * One column.
   *
   * @param outcomes how many
   * @param withoutAmount how many of them gave a band or nothing
   * @param amounts per currency, never added across them
   */
  @Schema(name = "HeadlineFigures")
  record Figures(long outcomes, long withoutAmount, List<Money> amounts) {}

  /** Adds up outcome by outcome. */
  static final class Sums {
    private final SortedMap<Place, Row> cells = new TreeMap<>();
    private final SortedMap<Place, Row> totals = new TreeMap<>();
    private final SortedMap<String, Long> notCounted = new TreeMap<>();
    private long inSeveralFields;

    private record Place(int year, String country, String field) implements Comparable<Place> {
      private static final Comparator<Place> ORDER =
          Comparator.comparing(Place::country)
              .thenComparing(Place::field)
              .thenComparingInt(Place::year);

      @Override
      public int compareTo(Place other) {
        return ORDER.compare(this, other);
      }
    }

    Sums add(Outcome outcome) {
      outcome
          .column()
          .ifPresentOrElse(
              column -> add(outcome.known(), column),
              () -> notCounted.merge(outcome.state().code(), 1L, Long::sum));
      return this;
    }

    private void add(Claim claim, Column column) {
      int year = claim.fiscalYear();
      for (Field field : claim.fields()) {
        cells.merge(
            new Place(year, claim.country().code(), field.code()),
            row(Optional.of(claim.country()), Optional.of(field), year, column, claim.value()),
            Sums::plus);
      }
      totals.merge(
          new Place(year, "", ""),
          row(Optional.empty(), Optional.empty(), year, column, claim.value()),
          Sums::plus);
      if (claim.fields().size() > 1) {
        inSeveralFields++;
      }
    }

    Headline figures() {
      return new Headline(
          List.copyOf(cells.values()), List.copyOf(totals.values()), inSeveralFields, notCounted);
    }

    private static Row row(
        Optional<CountryCode> country,
        Optional<Field> field,
        int year,
        Column column,
        Optional<Money> value) {
      Figures none = new Figures(0, 0, List.of());
      Figures one =
          new Figures(1, value.isPresent() ? 0 : 1, value.map(List::of).orElse(List.of()));
      return new Row(
          country,
          field,
          year,
          column == Column.CONFIRMED ? one : none,
          column == Column.EXPECTED ? one : none,
          column == Column.CLAIMED ? one : none);
    }

    private static Row plus(Row one, Row other) {
      return new Row(
          one.country(),
          one.field(),
          one.fiscalYear(),
          plus(one.confirmed(), other.confirmed()),
          plus(one.expected(), other.expected()),
          plus(one.claimed(), other.claimed()));
    }

    private static Figures plus(Figures one, Figures other) {
      SortedMap<CurrencyCode, Money> amounts =
          new TreeMap<>(Comparator.comparing(CurrencyCode::code));
      List<Money> all = new ArrayList<>(one.amounts());
      all.addAll(other.amounts());
      all.forEach(money -> amounts.merge(money.currency(), money, Money::plus));
      return new Figures(
          one.outcomes() + other.outcomes(),
          one.withoutAmount() + other.withoutAmount(),
          List.copyOf(amounts.values()));
    }
  }
}
