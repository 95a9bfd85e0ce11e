package dev.kanmin.gateway.status;

import dev.kanmin.gateway.feed.FeedWriterStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the system does, as this node sees it.
 *
 * @param overall {@code ok}; {@code degraded} when something needs somebody
 * @param writer of the feed on this node; on all others it stands by
 */
record Status(
    String overall,
    Instant at,
    String version,
    PictureStatus picture,
    FeedWriterStatus writer,
    List<SourceStatus> sources,
    List<Fault> faults) {

  /**
   * The picture on this node.
   *
   * @param lag records of the feed that are not folded yet; -1 when the feed cannot be read
   * @param unreadable subjects that are left out
   */
  record PictureStatus(
      boolean ready,
      String position,
      long lag,
      int subjects,
      int unreadable,
      List<String> unreadableSubjects) {}

  /**
   * A service.
   *
   * @param circuit {@code closed} when requests go through, {@code open} while the service is given
   *     a pause, {@code half-open} while it is tried again
   * @param underWay requests to it at the moment
   */
  record SourceStatus(
      String service,
      boolean up,
      Optional<Long> oldestUnsentMillis,
      Optional<Instant> latestEvent,
      String circuit,
      int underWay) {}
}
