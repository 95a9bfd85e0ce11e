package dev.kanmin.gateway.feed;

import java.util.List;

/**
 * What this node's feed writer does. Counts are since the start of the process.
 *
 * @param fault why the last reign ended; empty when nothing is wrong
 * @param missing topics of services that are not there; they are looked for, and the others copied
 * @param lag records of the service topics that are not in the feed yet; 0 unless {@link
 *     Role#COPYING}
 * @param copied records written to the feed, unreadable ones included
 * @param duplicates records dropped because their sequence was already in the feed
 * @param gapCount how often a sequence was missing before an event
 * @param unreadableCount records copied with a mark because their envelope could not be read
 * @param gaps the latest of them, as references of the event after the gap
 * @param unreadable the latest of them, as {@code topic-partition@offset: reason}
 */
public record FeedWriterStatus(
    Role role,
    String fault,
    List<String> missing,
    long lag,
    long copied,
    long duplicates,
    long gapCount,
    long unreadableCount,
    List<String> gaps,
    List<String> unreadable) {

  /** Which part this node has in writing the feed. */
  public enum Role {
    /** Another node writes, or none does yet. */
    STANDBY,
    /** This node owns the feed and reads how far its predecessor came. */
    RECOVERING,
    /** This node writes. */
    COPYING
  }
}
