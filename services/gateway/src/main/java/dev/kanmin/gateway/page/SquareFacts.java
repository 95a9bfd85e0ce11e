package dev.kanmin.gateway.page;

import dev.kanmin.gateway.picture.CellSnapshot;
import dev.kanmin.gateway.picture.CellTotals.KindCount;
import dev.kanmin.gateway.picture.FigureSlot;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The counts behind one square of the heat map, or behind a sum.
 *
 * @param kinds how many of each kind, in order
 * @param changed how many of them changed lately
 * @param money and other figures, what has ended included
 */
record SquareFacts(List<Count> kinds, int changed, Map<FigureSlot, BigDecimal> money) {
  static final SquareFacts NOTHING = new SquareFacts(List.of(), 0, Map.of());

  record Count(String kind, int number) {
    static Count of(KindCount kind, boolean ended) {
      return new Count(kind.kind(), kind.live() + (ended ? kind.ended() : 0));
    }
  }

  /**
   * What a cell or sum adds up to.
   *
   * @param ended whether what has ended is counted as well
   */
  static SquareFacts of(CellSnapshot cell, boolean ended, int changed) {
    return new SquareFacts(
        cell.totals().kinds().stream()
            .map(kind -> Count.of(kind, ended))
            .filter(count -> count.number() > 0)
            .toList(),
        changed,
        cell.totals().figures());
  }

  int records() {
    return kinds.stream().mapToInt(Count::number).sum();
  }

  int ofKind(String kind) {
    return kinds.stream()
        .filter(count -> count.kind().equals(kind))
        .mapToInt(Count::number)
        .findFirst()
        .orElse(0);
  }
}
