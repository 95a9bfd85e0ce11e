package dev.kanmin.gateway.picture;

import java.util.ArrayList;
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
   * The rows, in no particular order, in a list of the caller's; made when asked for, as most cells
   * of a picture never are.
   */
  public List<Placed> placed() {
    List<Placed> placed = new ArrayList<>(subjects.size());
    for (SubjectState subject : subjects) {
      placed.add(new Placed(subject.row().orElseThrow(), here(subject)));
    }
    return placed;
  }

  private Contribution here(SubjectState subject) {
    for (Contribution contribution : subject.contributions()) {
      if (contribution.cell().equals(key)) {
        return contribution;
      }
    }
    throw new IllegalStateException(key + " has a subject that adds nothing to it");
  }
}
