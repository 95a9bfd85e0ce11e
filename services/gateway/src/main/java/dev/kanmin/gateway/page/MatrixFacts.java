package dev.kanmin.gateway.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The matrix at one position of the feed.
 *
 * @param position of the latest event that is in it
 * @param asOf when that was true
 * @param squares by cell; a cell that is missing has nothing
 * @param countries sums per country, in which an activity of several fields counts once
 * @param fields sums per field, in which an activity of several countries counts once
 * @param all the sum of everything
 * @param sources how fresh it is
 */
record MatrixFacts(
    long position,
    Instant asOf,
    Map<CellId, SquareFacts> squares,
    Map<String, SquareFacts> countries,
    Map<String, SquareFacts> fields,
    SquareFacts all,
    List<SourceFreshness> sources) {

  SquareFacts square(CellId cell) {
    return squares.getOrDefault(cell, SquareFacts.NOTHING);
  }

  SquareFacts country(String code) {
    return countries.getOrDefault(code, SquareFacts.NOTHING);
  }

  SquareFacts field(String code) {
    return fields.getOrDefault(code, SquareFacts.NOTHING);
  }
}
