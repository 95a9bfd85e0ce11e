package dev.kanmin.gateway.stream;

import dev.kanmin.gateway.feed.FeedEvent;
import dev.kanmin.gateway.feed.FeedRecord;
import dev.kanmin.gateway.picture.PictureListener;
import dev.kanmin.gateway.picture.PictureSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The latest events of the feed, as they came into the picture: at most 4,096, and at most 8 MiB as
 * they are sent. One writer, the fold; readers take a slice and never hold it up for long.
 */
@Component
final class RecentEvents implements PictureListener {
  private static final int MOST = 4_096;
  private static final long MOST_BYTES = 8L * 1024 * 1024;

  private final @Nullable FeedEvent[] ring = new FeedEvent[MOST];
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
  private int start;
  private int size;
  private long bytes;
  private volatile long before = -1;
  private volatile long head = -1;

  /**
   * A part of the feed.
   *
   * @param events in order
   * @param end position up to which the feed was looked at
   */
  record Slice(List<FeedEvent> events, long end) {}

  /** Calls back, on the fold's thread, whenever there are new events. */
  void watch(Runnable watcher) {
    watchers.add(watcher);
  }

  /** The position up to which events are here. */
  long head() {
    return head;
  }

  /** Whether some events after that position are no longer here. */
  boolean isGone(long after) {
    return after < before;
  }

  /** The events after a position; empty when some of them are no longer here. */
  synchronized Optional<Slice> after(long after, int most) {
    if (after < before) {
      return Optional.empty();
    }
    int from = firstAfter(after);
    int to = Math.min(size, from + most);
    List<FeedEvent> events = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      events.add(at(i));
    }
    long end = to == size ? head : events.getLast().position();
    return Optional.of(new Slice(events, Math.max(after, end)));
  }

  @Override
  public void published(PictureSnapshot snapshot, List<FeedRecord> batch) {
    int from = Math.max(0, batch.size() - MOST);
    long gone = from == 0 ? before : batch.get(from - 1).position();
    // encoded before the lock is taken, so that readers do not wait for it
    List<FeedEvent> events =
        batch.subList(from, batch.size()).stream().map(FeedEvent::new).toList();
    append(events, gone, snapshot.position());
    if (!batch.isEmpty()) {
      watchers.forEach(Runnable::run);
    }
  }

  /** What was here is not the latest any more, and what is the latest was never here. */
  @Override
  public void leapt(PictureSnapshot snapshot) {
    forget(snapshot.position());
    watchers.forEach(Runnable::run);
  }

  private synchronized void forget(long upTo) {
    Arrays.fill(ring, null);
    size = 0;
    bytes = 0;
    before = upTo;
    head = upTo;
  }

  private synchronized void append(List<FeedEvent> events, long gone, long upTo) {
    for (FeedEvent event : events) {
      while (size == MOST || (size > 0 && bytes + event.frame().length > MOST_BYTES)) {
        dropOldest();
      }
      ring[(start + size) % MOST] = event;
      size++;
      bytes += event.frame().length;
    }
    before = Math.max(before, gone);
    head = upTo;
  }

  private void dropOldest() {
    FeedEvent oldest = at(0);
    before = oldest.position();
    bytes -= oldest.frame().length;
    ring[start] = null; // it would be kept until the ring comes round
    start = (start + 1) % MOST;
    size--;
  }

  /** Positions rise, so the first one above can be halved down to. */
  private int firstAfter(long after) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (at(middle).position() <= after) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private FeedEvent at(int index) {
    return Objects.requireNonNull(ring[(start + index) % MOST]);
  }
}
