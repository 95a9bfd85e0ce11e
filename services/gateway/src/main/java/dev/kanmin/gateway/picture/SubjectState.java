package dev.kanmin.gateway.picture;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How far one subject is folded.
 *
 * @param sequence of the last event that was taken in; lower or equal ones are duplicates
 * @param position of that event in the feed
 * @param known see {@link #row()}; no {@code Optional}, as every event makes a new state that stays
 * @param spreads what the row adds to which cells
 * @param unreadable whether that event could not be read, so that the subject is left out; why is
 *     told in the log, and for the latest ones in the picture
 */
record SubjectState(
    long sequence, long position, @Nullable Row known, List<Spread> spreads, boolean unreadable) {
  static final SubjectState NONE = new SubjectState(0, -1, null, List.of(), false);

  /** What is known; empty when nothing of it is public, or its last event could not be read. */
  Optional<Row> row() {
    return Optional.ofNullable(known);
  }

  /** Goes through all that it adds to cells. */
  void forEach(BiConsumer<Contribution, Spread> visitor) {
    spreads.forEach(spread -> spread.over().forEach(one -> visitor.accept(one, spread)));
  }
}
