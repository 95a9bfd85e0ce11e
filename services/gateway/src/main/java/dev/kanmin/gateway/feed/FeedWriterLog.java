package dev.kanmin.gateway.feed;

import dev.kanmin.gateway.feed.FeedWriterStatus.Role;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the writer did: as log lines, as metrics and for the status page. */
final class FeedWriterLog {
  private static final Logger log = LoggerFactory.getLogger(FeedWriter.class);
  private static final int REMEMBERED = 20;

  private final Counter copied;
  private final Counter duplicates;
  private final Counter gaps;
  private final Counter unreadable;
  private final Deque<String> recentGaps = new ArrayDeque<>();
  private final Deque<String> recentUnreadable = new ArrayDeque<>();
  private Role role = Role.STANDBY;
  private String fault = "";
  private List<String> missing = List.of();
  private long lag;

  FeedWriterLog(MeterRegistry meters) {
    copied = Counter.builder("kanmin.feed.copied").register(meters);
    duplicates = Counter.builder("kanmin.feed.duplicates").register(meters);
    gaps = Counter.builder("kanmin.feed.gaps").register(meters);
    unreadable = Counter.builder("kanmin.feed.unreadable").register(meters);
    Gauge.builder("kanmin.feed.owner", this, it -> it.status().role() == Role.STANDBY ? 0 : 1)
        .description("1 on the node that writes the feed")
        .register(meters);
    Gauge.builder("kanmin.feed.sources.missing", this, it -> it.status().missing().size())
        .description("topics of services that are not there")
        .register(meters);
    Gauge.builder("kanmin.feed.source.lag", this, it -> it.status().lag())
        .description("records of the service topics that are not in the feed yet")
        .register(meters);
  }

  synchronized void recovering() {
    role = Role.RECOVERING;
    log.info("This node owns the feed; reading how far it was written");
  }

  synchronized void copying() {
    role = Role.COPYING;
    fault = "";
    log.info("Writing the feed");
  }

  synchronized void standby() {
    if (role != Role.STANDBY) {
      log.info("This node no longer writes the feed");
    }
    role = Role.STANDBY;
    missing = List.of();
    lag = 0;
  }

  /** Tells it once, and once again when it changes. */
  synchronized void missing(Collection<String> topics) {
    List<String> now = List.copyOf(topics);
    if (!now.equals(missing)) {
      missing = now;
      if (now.isEmpty()) {
        log.info("All topics are there");
      } else {
        log.warn("Not there, and looked for again: {}; the other topics are copied", now);
      }
    }
  }

  synchronized void failed(Throwable failure) {
    fault = failure.toString();
    log.warn("Writing the feed ended, will be tried again: {}", fault);
  }

  synchronized void idle(long recordsBehind) {
    lag = recordsBehind;
  }

  synchronized void copied(int records, long recordsBehind) {
    copied.increment(records);
    lag = recordsBehind;
  }

  void duplicate() {
    duplicates.increment();
  }

  synchronized void gap(String reference) {
    gaps.increment();
    remember(recentGaps, reference);
    log.error("Events are missing before {}", reference);
  }

  synchronized void unreadable(String where, String reason) {
    unreadable.increment();
    remember(recentUnreadable, where + ": " + reason);
    log.error("The envelope of {} cannot be read: {}", where, reason);
  }

  synchronized FeedWriterStatus status() {
    return new FeedWriterStatus(
        role,
        fault,
        missing,
        lag,
        (long) copied.count(),
        (long) duplicates.count(),
        (long) gaps.count(),
        (long) unreadable.count(),
        List.copyOf(recentGaps),
        List.copyOf(recentUnreadable));
  }

  private static void remember(Deque<String> recent, String entry) {
    if (recent.size() == REMEMBERED) {
      recent.removeFirst();
    }
    recent.addLast(entry);
  }
}
