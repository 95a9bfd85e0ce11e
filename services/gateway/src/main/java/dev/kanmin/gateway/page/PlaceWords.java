package dev.kanmin.gateway.page;

import dev.kanmin.events.wire.Card;
import dev.kanmin.gateway.page.HeatMap.Choice;
import dev.kanmin.gateway.page.HeatMap.Square;
import dev.kanmin.gateway.picture.CardCodes;
import dev.kanmin.gateway.picture.CellKey;
import dev.kanmin.gateway.picture.CellSnapshot;
import dev.kanmin.gateway.picture.CellTotals;
import dev.kanmin.gateway.picture.CellTotals.KindCount;
import dev.kanmin.gateway.picture.Row;
import dev.kanmin.gateway.rule.ToDos;
import dev.kanmin.gateway.view.CardViews;
import dev.kanmin.gateway.view.Labels;
import dev.kanmin.gateway.view.ViewParts.NextDate;
import dev.kanmin.gateway.view.ViewParts.Totals;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The page of one country with all fields, or of one field with all countries.
 *
 * @param brief address of the same for paper; empty where there is none
 * @param squares those with something, each with its name
 * @param kinds lists of what is there, by kind
 * @param dates expected of what is live
 */
record PlaceWords(
    String name,
    String brief,
    Choice ended,
    List<Named> squares,
    List<Choice> kinds,
    Totals totals,
    List<NextDate> dates) {
  private static final int MOST_DATES = 30;

  /** A square with the name of the other side. */
  record Named(String label, Square square) {}

  static PlaceWords country(String code, MatrixFacts matrix, Wording wording, LocalDate today) {
    return of(
        wording.country(code),
        "/countries/" + code + "/brief",
        "/countries/" + code,
        "country=" + code,
        CellKey.ofCountry(code),
        key -> wording.field(key.field()),
        HeatMap.columnCodes().stream().map(field -> new CellKey(code, field)),
        matrix,
        wording,
        today);
  }

  static PlaceWords field(String code, MatrixFacts matrix, Wording wording, LocalDate today) {
    return of(
        wording.field(code),
        "",
        "/fields/" + code,
        "field=" + code,
        CellKey.ofField(code),
        key -> wording.country(key.country()),
        matrix.picture().cells().keySet().stream()
            .filter(key -> key.isSquare() && key.field().equals(code))
            .sorted(Comparator.comparing(CellKey::country)),
        matrix,
        wording,
        today);
  }

  private static PlaceWords of(
      String name,
      String brief,
      String path,
      String filter,
      CellKey sum,
      Function<CellKey, String> label,
      Stream<CellKey> keys,
      MatrixFacts matrix,
      Wording wording,
      LocalDate today) {
    var measure = Measure.all(matrix.ended());
    List<CellKey> squares =
        keys.filter(key -> matrix.square(CellId.of(key)).records() > 0).toList();
    Optional<CellTotals> totals = matrix.picture().cell(sum).map(CellSnapshot::totals);
    return new PlaceWords(
        name,
        brief,
        new Choice(
            wording.say("ended.show"),
            path + (matrix.ended() ? "" : "?" + Measure.ENDED + "=1"),
            matrix.ended()),
        squares.stream()
            .map(
                key ->
                    new Named(
                        label.apply(key),
                        SquareWords.square(CellId.of(key), matrix, measure, wording)))
            .toList(),
        totals.stream()
            .flatMap(all -> all.kinds().stream())
            .map(kind -> kind(kind, filter, wording))
            .toList(),
        Labels.totals(totals),
        dates(squares, matrix, wording, today));
  }

  private static Choice kind(KindCount kind, String filter, Wording wording) {
    return new Choice(
        wording.counted(kind.kind(), kind.live() + kind.ended()),
        "/kinds/" + kind.kind() + "?" + filter,
        false);
  }

  private static List<NextDate> dates(
      List<CellKey> squares, MatrixFacts matrix, Wording wording, LocalDate today) {
    CardViews views = new CardViews(Labels.in(wording.language().language()), today);
    return squares.stream()
        .flatMap(key -> matrix.picture().cell(key).stream())
        .map(CellSnapshot::rows)
        .flatMap(List::stream)
        .distinct()
        .filter(row -> !row.ended())
        .flatMap(row -> row.card().dates().stream().map(due -> new Coming(row, due)))
        .filter(coming -> CardCodes.isExpected(coming.due().what()))
        .sorted(Comparator.comparing(coming -> ToDos.day(coming.due())))
        .limit(MOST_DATES)
        .map(
            coming ->
                new NextDate(views.date(coming.due(), coming.row()), views.subject(coming.row())))
        .toList();
  }

  private record Coming(Row row, Card.Due due) {}
}
