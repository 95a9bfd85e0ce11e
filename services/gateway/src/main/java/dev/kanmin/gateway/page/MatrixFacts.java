package dev.kanmin.gateway.page;

import dev.kanmin.codes.Countries;
import dev.kanmin.gateway.picture.CellKey;
import dev.kanmin.gateway.picture.CellSnapshot.Placed;
import dev.kanmin.gateway.picture.PictureSnapshot;
import dev.kanmin.gateway.picture.Row;
import dev.kanmin.gateway.view.CellViews;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The counts of the matrix on one day.
 *
 * @param since from when on a change is shown as recent
 */
record MatrixFacts(PictureSnapshot picture, Instant since) {
  private static final Duration RECENT = Duration.ofDays(30);

  static MatrixFacts on(LocalDate today, PictureSnapshot picture) {
    return new MatrixFacts(picture, today.atStartOfDay(CellViews.ZONE).toInstant().minus(RECENT));
  }

  SquareFacts square(CellId cell) {
    return facts(cell.key());
  }

  /** In which an activity of several fields counts once. */
  SquareFacts country(String code) {
    var squares = HeatMap.columnCodes().stream().map(field -> new CellKey(code, field));
    return sum(CellKey.ofCountry(code), squares);
  }

  /** In which an activity of several countries counts once. */
  SquareFacts field(String code) {
    var squares =
        picture.cells().keySet().stream().filter(key -> key.isSquare() && key.field().equals(code));
    return sum(CellKey.ofField(code), squares);
  }

  SquareFacts everything() {
    return sum(CellKey.EVERYTHING, picture.cells().keySet().stream().filter(CellKey::isSquare));
  }

  /** Countries outside Asia, and Japan, if there is something; by code. */
  List<String> elsewhere() {
    var asia =
        Countries.all().stream().map(country -> country.code().code()).collect(Collectors.toSet());
    asia.remove(HeatMap.JAPAN);
    return picture.cells().values().stream()
        .filter(cell -> cell.totals().activities() + cell.totals().missions() > 0)
        .map(cell -> cell.key().country())
        .filter(code -> !code.equals(CellKey.ALL) && !asia.contains(code))
        .distinct()
        .sorted()
        .toList();
  }

  private SquareFacts facts(CellKey key) {
    return picture.cell(key).map(cell -> SquareFacts.of(cell, since)).orElse(SquareFacts.NOTHING);
  }

  /** Sums do not hold rows, so what changed is counted in their squares, each row once. */
  private SquareFacts sum(CellKey key, Stream<CellKey> squares) {
    var changed =
        squares
            .flatMap(square -> picture.cell(square).stream())
            .flatMap(cell -> cell.placed().stream())
            .map(Placed::row)
            .filter(row -> row.change().millis() >= since.toEpochMilli())
            .map(Row::subject)
            .distinct()
            .count();
    var counted = facts(key);
    return new SquareFacts(counted.activities(), counted.missions(), Math.toIntExact(changed));
  }
}
