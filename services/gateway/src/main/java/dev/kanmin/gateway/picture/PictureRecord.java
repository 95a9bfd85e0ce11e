package dev.kanmin.gateway.picture;

import dev.kanmin.gateway.feed.FeedRecord;
import java.util.Optional;

/**
 * A record of the feed with what the picture reads of its data: all of the work on it that needs no
 * picture, so that it can be done before the record's turn comes.
 *
 * @param event empty when the picture does not read the type, or cannot
 * @param fault why it cannot; empty for an ordinary record
 */
record PictureRecord(
    FeedRecord feed, Optional<PictureEvent> event, Optional<RuntimeException> fault) {

  /** Never throws: a fault counts when the record's turn comes, if it does. */
  static PictureRecord of(FeedRecord feed) {
    if (!feed.isReadable()) {
      return new PictureRecord(feed, Optional.empty(), Optional.empty());
    }
    try {
      return new PictureRecord(feed, PictureEvents.read(feed), Optional.empty());
    } catch (RuntimeException unreadable) {
      return new PictureRecord(feed, Optional.empty(), Optional.of(unreadable));
    }
  }
}
