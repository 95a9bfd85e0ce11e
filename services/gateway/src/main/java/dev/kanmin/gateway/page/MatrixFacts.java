package dev.kanmin.gateway.page;

import dev.kanmin.codes.Countries;
import dev.kanmin.gateway.picture.CellKey;
import dev.kanmin.gateway.picture.CellSnapshot;
import dev.kanmin.gateway.picture.PictureSnapshot;
import dev.kanmin.gateway.picture.Row;
import dev.kanmin.gateway.view.CellViews;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The counts of the matrix on one day.
 *
 * @param since from when on a change is shown as recent
 * @param ended whether what has ended is counted as well
 */
record MatrixFacts(PictureSnapshot picture, Instant since, boolean ended) {

  static MatrixFacts on(LocalDate today, PictureSnapshot picture, boolean ended) {
    return new MatrixFacts(picture, CellViews.recentSince(today), ended);
  }

  SquareFacts square(CellId cell) {
    return facts(cell.key(), Stream.of(cell.key()));
  }

  /** In which a subject of several fields counts once. */
  SquareFacts country(String code) {
    return facts(
        CellKey.ofCountry(code),
        HeatMap.columnCodes().stream().map(field -> new CellKey(code, field)));
  }

  /** In which a subject of several countries counts once. */
  SquareFacts field(String code) {
    return facts(
        CellKey.ofField(code),
        picture.cells().keySet().stream()
            .filter(key -> key.isSquare() && key.field().equals(code)));
  }

  SquareFacts everything() {
    return facts(CellKey.EVERYTHING, picture.cells().keySet().stream().filter(CellKey::isSquare));
  }

  /** Countries outside Asia, and Japan, if there is something; by code. */
  List<String> elsewhere() {
    Set<String> asia =
        Countries.all().stream().map(country -> country.code().code()).collect(Collectors.toSet());
    asia.remove(HeatMap.JAPAN);
    return picture.cells().values().stream()
        .filter(cell -> !cell.totals().isEmpty())
        .map(cell -> cell.key().country())
        .filter(code -> !code.equals(CellKey.ALL) && !asia.contains(code))
        .distinct()
        .sorted()
        .toList();
  }

  /** Sums do not hold rows, so what changed is counted in their squares, each subject once. */
  private SquareFacts facts(CellKey key, Stream<CellKey> squares) {
    return picture
        .cell(key)
        .map(cell -> SquareFacts.of(cell, ended, changed(squares)))
        .orElse(SquareFacts.NOTHING);
  }

  private int changed(Stream<CellKey> squares) {
    return Math.toIntExact(
        squares
            .flatMap(square -> picture.cell(square).stream())
            .map(CellSnapshot::rows)
            .flatMap(List::stream)
            .filter(row -> !row.last().at().isBefore(since) && (ended || !row.ended()))
            .map(Row::subject)
            .distinct()
            .count());
  }
}
