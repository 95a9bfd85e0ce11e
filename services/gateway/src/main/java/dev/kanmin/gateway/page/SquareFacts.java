package dev.kanmin.gateway.page;

import dev.kanmin.gateway.picture.CellSnapshot;
import dev.kanmin.gateway.picture.CellSnapshot.Placed;
import java.time.Instant;

/**
 * The counts behind one square of the heat map, or behind a sum.
 *
 * @param activities of development co-operation
 * @param missions and other organised encounters
 * @param changed how many of them changed lately
 */
record SquareFacts(int activities, int missions, int changed) {
  static final SquareFacts NOTHING = new SquareFacts(0, 0, 0);

  static SquareFacts of(CellSnapshot cell, Instant since) {
    var changed =
        cell.placed().stream()
            .map(Placed::row)
            .filter(row -> row.change().millis() >= since.toEpochMilli())
            .count();
    return new SquareFacts(
        cell.totals().activities(), cell.totals().missions(), Math.toIntExact(changed));
  }

  int records() {
    return activities + missions;
  }
}
