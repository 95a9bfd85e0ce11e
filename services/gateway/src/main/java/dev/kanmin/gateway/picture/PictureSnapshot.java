package dev.kanmin.gateway.picture;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The picture at one position of the feed. Immutable; the same on every node.
 *
 * @param position of the last record that was taken in; -1 before the first
 * @param latestMillis per source when its latest event happened, since 1970
 * @param cells every cell and sum that ever held something
 * @param leftOut what is in no cell
 */
public record PictureSnapshot(
    long position,
    Map<String, Long> latestMillis,
    Map<CellKey, CellSnapshot> cells,
    LeftOut leftOut) {
  static final PictureSnapshot EMPTY =
      new PictureSnapshot(-1, Map.of(), Map.of(), new LeftOut(0, 0, 0, List.of()));

  /** The cell or sum; empty while nothing was ever in it. */
  public Optional<CellSnapshot> cell(CellKey key) {
    return Optional.ofNullable(cells.get(key));
  }

  /**
   * What is in the feed and in no cell, and why.
   *
   * @param notPublic subjects whose last event brought no card: drafts, and what was erased
   * @param withoutCountry subjects that name no country
   * @param unreadable subjects whose last event could not be read
   * @param unreadableSubjects the latest of them, as {@code source/subject: reason}
   */
  public record LeftOut(
      int notPublic, int withoutCountry, int unreadable, List<String> unreadableSubjects) {}
}
