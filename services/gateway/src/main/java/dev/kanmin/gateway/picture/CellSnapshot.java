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
 * @param subjects what is in it, in no particular order; empty for sums
 */
public record CellSnapshot(
    CellKey key, long version, CellTotals totals, List<SubjectState> subjects) {

  /** A row with what it adds to this cell. */
  public record Placed(Row row, SortedMap<FigureSlot, BigDecimal> figures, boolean undivided) {}

  /** The rows, in no particular order; nothing is made for the caller. */
  public List<Row> rows() {
    return subjects.stream().map(subject -> subject.row().orElseThrow()).toList();
  }

  /**
   * The same with their parts, in a list of the caller's; made when asked for, as most cells of a
   * picture never are.
   */
  public List<Placed> placed() {
    List<Placed> placed = new ArrayList<>(subjects.size());
    for (SubjectState subject : subjects) {
      placed.add(placed(subject));
    }
    return placed;
  }

  private Placed placed(SubjectState subject) {
    SortedMap<FigureSlot, BigDecimal> figures = new TreeMap<>();
    boolean undivided = false;
    for (Spread spread : subject.spreads()) {
      for (Contribution one : spread.over()) {
        if (one.cell().equals(key) && !spread.figures().isEmpty()) {
          spread
              .figures()
              .forEach(
                  (slot, amount) ->
                      figures.merge(slot, amount.multiply(one.part()), BigDecimal::add));
          undivided |= one.incomplete();
        }
      }
    }
    return new Placed(subject.row().orElseThrow(), figures, undivided);
  }
}
