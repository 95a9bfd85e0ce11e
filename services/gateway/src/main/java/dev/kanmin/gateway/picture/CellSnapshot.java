package dev.kanmin.gateway.picture;

import java.util.List;

/**
 * A cell, or a sum, at one position. Immutable.
 *
 * @param version position of the last event that changed it; its entity tag
 * @param changedMillis when that event happened, since 1970
 * @param subjects what is in it, in no particular order; empty for sums
 */
public record CellSnapshot(
    CellKey key, long version, long changedMillis, CellTotals totals, List<SubjectState> subjects) {

  /** A row with what it adds to this cell. */
  public record Placed(Row row, Contribution contribution) {

    /** What of the row's money is this cell's. */
    public MoneySums money() {
      return contribution.partOf(row.money());
    }

    /** Whether the row has money of which some could not be given to this cell. */
    public boolean undivided() {
      return contribution.undivided(row.money());
    }
  }

  /**
   * The rows, in no particular order; made when asked for, as most cells of a picture never are.
   */
  public List<Placed> placed() {
    return subjects.stream().map(this::placed).toList();
  }

  private Placed placed(SubjectState subject) {
    Contribution here =
        subject.contributions().stream()
            .filter(contribution -> contribution.cell().equals(key))
            .findFirst()
            .orElseThrow();
    return new Placed(subject.row().orElseThrow(), here);
  }
}
