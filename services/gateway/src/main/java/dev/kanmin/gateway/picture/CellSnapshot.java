package dev.kanmin.gateway.picture;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A cell, or a sum, at one position. Immutable.
 *
 * @param version position of the last event that changed what is shown of it; its entity tag
 * @param subjects what is in it, the latest change first; empty for sums
 */
public record CellSnapshot(
    CellKey key, long version, CellTotals totals, List<SubjectState> subjects) {

  /**
   * A row with what it adds to a cell, which is added up when asked for: of the thousands in a
   * large cell a few are shown.
   */
  public record Placed(Row row, CellKey cell, List<Spread> spreads) {
    /** Its part of the money, of several parts the sum. */
    public SortedMap<FigureSlot, BigDecimal> figures() {
      SortedMap<FigureSlot, BigDecimal> figures = new TreeMap<>();
      for (Spread spread : spreads) {
        for (Contribution one : here(spread)) {
          spread
              .figures()
              .forEach(
                  (slot, amount) ->
                      figures.merge(slot, amount.multiply(one.part()), BigDecimal::add));
        }
      }
      return figures;
    }

    /** Whether it has money here that is not divided. */
    public boolean undivided() {
      return spreads.stream()
          .filter(spread -> !spread.figures().isEmpty())
          .anyMatch(spread -> here(spread).stream().anyMatch(Contribution::incomplete));
    }

    private List<Contribution> here(Spread spread) {
      return spread.over().stream().filter(one -> one.cell().equals(cell)).toList();
    }
  }

  /** The rows, the latest change first. */
  public List<Row> rows() {
    return subjects.stream().map(subject -> subject.row().orElseThrow()).toList();
  }

  /** The same with what they add, in a list of the caller's. */
  public List<Placed> placed() {
    List<Placed> placed = new ArrayList<>(subjects.size());
    for (SubjectState subject : subjects) {
      placed.add(new Placed(subject.row().orElseThrow(), key, subject.spreads()));
    }
    return placed;
  }
}
