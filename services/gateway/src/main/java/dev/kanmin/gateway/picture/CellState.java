package dev.kanmin.gateway.picture;

import dev.kanmin.gateway.picture.CellTotals.KindCount;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A cell or a sum as the fold keeps it: totals by removing the old contribution, adding the new.
 */
final class CellState {
  private final CellKey key;
  private final CellMembers members = new CellMembers();
  private final Map<FigureSlot, BigDecimal> sums = new HashMap<>();

  /** How many are live, and how many have ended. */
  private final Map<String, int[]> kinds = new TreeMap<>(CardCodes.kindOrder());

  private int undivided;
  private int overlapping;
  private long version;
  private boolean dirty;

  CellState(CellKey key) {
    this.key = key;
  }

  void add(Subject subject, Row row, Contribution contribution, Spread spread) {
    count(row, contribution, spread, 1);
    if (contribution.counts() && key.isSquare()) {
      members.add(subject);
    }
  }

  void remove(Subject subject, Row row, Contribution contribution, Spread spread) {
    count(row, contribution, spread, -1);
    if (contribution.counts() && key.isSquare()) {
      members.remove(subject);
    }
  }

  /**
   * Notes a change.
   *
   * @return whether it is the first since the last snapshot
   */
  boolean touched(long position) {
    version = Math.max(version, position);
    boolean first = !dirty;
    dirty = true;
    return first;
  }

  CellSnapshot snapshot() {
    dirty = false;
    TreeMap<FigureSlot, BigDecimal> figures = new TreeMap<>();
    sums.forEach(
        (slot, amount) -> {
          if (amount.signum() != 0) {
            figures.put(slot, amount);
          }
        });
    return new CellSnapshot(
        key,
        version,
        new CellTotals(
            kinds.entrySet().stream()
                .map(KindCount::of)
                .filter(kind -> kind.live() + kind.ended() > 0)
                .toList(),
            Collections.unmodifiableSortedMap(figures),
            undivided,
            overlapping),
        members.publish());
  }

  private void count(Row row, Contribution contribution, Spread spread, int by) {
    if (contribution.counts()) {
      kinds.computeIfAbsent(row.card().kind(), _ -> new int[2])[row.ended() ? 1 : 0] += by;
    }
    if (!spread.figures().isEmpty()) {
      undivided += contribution.incomplete() ? by : 0;
      overlapping += contribution.overlapping() ? by : 0;
      BigDecimal part = by > 0 ? contribution.part() : contribution.part().negate();
      spread
          .figures()
          .forEach((slot, amount) -> sums.merge(slot, amount.multiply(part), BigDecimal::add));
    }
  }
}
