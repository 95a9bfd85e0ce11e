package dev.kanmin.gateway.picture;

import dev.kanmin.gateway.feed.FeedRecord;
import java.util.List;

/** Hears of every batch after it is in the published picture; on the fold's thread, so be quick. */
@FunctionalInterface
public interface PictureListener {
  /**
   * The picture moved on.
   *
   * @param batch the records since the last call, in order; may be empty
   */
  void published(PictureSnapshot snapshot, List<FeedRecord> batch);

  /** The picture moved on by many records of a long backlog, of which nobody is told. */
  default void leapt(PictureSnapshot snapshot) {
    published(snapshot, List.of());
  }
}
