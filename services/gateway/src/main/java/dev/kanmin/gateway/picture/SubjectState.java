package dev.kanmin.gateway.picture;

import java.util.List;
import java.util.Optional;

/**
 * How far one subject is folded.
 *
 * @param sequence of the last event that was taken in; lower or equal ones are duplicates
 * @param position of that event in the feed
 * @param row what is known; empty when no event of a known type came, or one could not be read
 * @param contributions what the row adds to which cells
 * @param fault why the subject is left out; empty for an ordinary one
 */
record SubjectState(
    long sequence,
    long position,
    Optional<Row> row,
    List<Contribution> contributions,
    String fault) {
  static final SubjectState NONE = new SubjectState(0, -1, Optional.empty(), List.of(), "");
}
