package dev.kanmin.gateway.picture;

import java.util.List;

/**
 * A cell, or a sum, at one position. Immutable.
 *
 * @param version position of the last event that changed it; its entity tag
 * @param changedMillis when that event happened, since 1970
 * @param placed the rows, in no particular order; empty for sums
 */
public record CellSnapshot(
    CellKey key, long version, long changedMillis, CellTotals totals, List<Placed> placed) {

  /** A row with what it adds to this cell. */
  public record Placed(Row row, Contribution contribution) {}
}
