package dev.kanmin.gateway.stream;

import dev.kanmin.gateway.feed.FeedEvent;
import dev.kanmin.gateway.feed.FeedHistory.Part;
import dev.kanmin.gateway.stream.RecentEvents.Slice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Operators;
import reactor.netty.channel.AbortedException;

/**
 * One open stream. It has no queue: only a position in what all clients share, and how much the
 * connection is ready to take. A client that falls so far behind that its next event is no longer
 * among the recent ones is cut off; it comes back with {@code Last-Event-ID}.
 */
final class StreamClient implements Subscription {
  private static final List<byte[]> HEARTBEAT =
      List.of(":\n\n".getBytes(StandardCharsets.US_ASCII));
  private static final int MOST_AT_ONCE = 64;
  private static final int LARGEST_AT_ONCE = 64 * 1024;

  private final Subscriber<? super List<byte[]>> connection;
  private final FeedStreams streams;
  private final FeedFilter filter;
  private final long openedNanos = System.nanoTime();
  private final AtomicLong requested = new AtomicLong();
  private final AtomicInteger draining = new AtomicInteger();
  private volatile boolean closed;
  private volatile boolean fetching;
  // the first piece goes out at once, so that the client sees the stream open
  private volatile boolean heartbeatDue = true;

  // these belong to whoever drains
  private volatile long position;
  private volatile boolean live;
  private volatile List<FeedEvent> fetched = List.of();

  StreamClient(
      Subscriber<? super List<byte[]>> connection,
      FeedStreams streams,
      FeedFilter filter,
      long after) {
    this.connection = connection;
    this.streams = streams;
    this.filter = filter;
    this.position = after;
  }

  @Override
  public void request(long count) {
    requested.accumulateAndGet(count, Operators::addCap);
    drain();
  }

  @Override
  public void cancel() {
    closed = true;
    streams.remove(this);
  }

  /** Keeps an idle connection open. */
  void heartbeat() {
    heartbeatDue = true;
    drain();
  }

  /** Ends the stream in good order; the client opens another one, and shows its token again. */
  void complete() {
    if (!closed) {
      cancel();
      connection.onComplete();
    }
  }

  boolean isOlderThan(long nanos) {
    return System.nanoTime() - openedNanos > nanos;
  }

  /** Writes what there is and the connection takes; any thread may call it at any time. */
  void drain() {
    if (draining.getAndIncrement() != 0) {
      return;
    }
    int missed = 1;
    while (missed != 0) {
      cutOffIfBehind();
      while (!closed && !fetching && requested.get() > 0) {
        if (!writePiece()) {
          break;
        }
      }
      missed = draining.addAndGet(-missed);
    }
  }

  private void cutOffIfBehind() {
    if (live && !closed && streams.recent().isGone(position)) {
      cancel();
      streams.countCutOff();
      connection.onError(new AbortedException("The client reads more slowly than events come"));
    }
  }

  /** Whether there was something to do. */
  private boolean writePiece() {
    List<FeedEvent> events = fetched;
    long end = position;
    if (events.isEmpty()) {
      Optional<Slice> slice = streams.recent().after(position, MOST_AT_ONCE);
      if (slice.isEmpty()) {
        fetch();
        return false;
      }
      live = true;
      events = slice.get().events();
      end = slice.get().end();
    }
    fetched = List.of();
    List<byte[]> frames = frames(events, end);
    if (frames.isEmpty() && heartbeatDue) {
      frames = HEARTBEAT;
    }
    if (!frames.isEmpty()) {
      heartbeatDue = false;
      requested.decrementAndGet();
      connection.onNext(frames);
    }
    return !events.isEmpty();
  }

  /** Encodes as many as may go out at once and moves the position behind them. */
  private List<byte[]> frames(List<FeedEvent> events, long end) {
    List<byte[]> frames = new ArrayList<>();
    int size = 0;
    for (FeedEvent event : events) {
      if (event.isReadable() && streams.matches(filter, event)) {
        frames.add(event.frame());
        size += event.frame().length;
      }
      position = event.position();
      if (size >= LARGEST_AT_ONCE) {
        return frames;
      }
    }
    position = Math.max(position, end);
    return frames;
  }

  private void fetch() {
    fetching = true;
    streams.reader().read(position, MOST_AT_ONCE, filter).subscribe(this::fetched, this::failed);
  }

  private void fetched(Part part) {
    fetched = part.events();
    if (part.events().isEmpty()) {
      position = part.end();
    }
    fetching = false;
    drain();
  }

  private void failed(Throwable failure) {
    if (!closed) {
      cancel();
      connection.onError(new AbortedException(failure));
    }
  }
}
