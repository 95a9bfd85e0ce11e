package dev.kanmin.gateway.stream;

import dev.kanmin.gateway.feed.FeedEvent;
import dev.kanmin.gateway.feed.FeedHistory.Part;
import dev.kanmin.gateway.limit.Pace;
import dev.kanmin.gateway.stream.RecentEvents.Slice;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Operators;
import reactor.netty.channel.AbortedException;

/**
 * One open stream. It has no queue: only a position in what all clients share, and whether the
 * connection has room for more, see {@link Outlet}. So what a client holds that does not read is
 * one piece or two, and what is at the socket. A client that falls so far behind that its next
 * event is no longer among the recent ones is cut off; it comes back with {@code Last-Event-ID}.
 */
final class StreamClient implements Subscription {
  private static final List<byte[]> HEARTBEAT =
      List.of(":\n\n".getBytes(StandardCharsets.US_ASCII));
  private static final int MOST_AT_ONCE = 64;
  private static final int LARGEST_AT_ONCE = 64 * 1024;

  private static final Duration A_MOMENT = Duration.ofMillis(250);

  /** What reading as much from the log costs its client. */
  private static final int UNITS_PER_PART = 2;

  private final Subscriber<? super Piece> connection;
  private final FeedStreams streams;
  private final FeedFilter filter;
  private final Pace pace;
  private final long openedNanos = System.nanoTime();
  private final AtomicLong requested = new AtomicLong();
  private final AtomicInteger draining = new AtomicInteger();
  private volatile boolean closed;
  private volatile boolean fetching;
  private volatile boolean untaken;
  // the first piece goes out at once, so that the client sees the stream open
  private volatile boolean heartbeatDue = true;

  // these belong to whoever drains
  private volatile long position;
  private volatile boolean live;
  private volatile List<FeedEvent> fetched = List.of();

  /**
   * What goes out at once.
   *
   * @param frames encoded events
   * @param taken to be told when the connection has room for another
   */
  record Piece(List<byte[]> frames, Runnable taken) {}

  StreamClient(
      Subscriber<? super Piece> connection,
      FeedStreams streams,
      FeedFilter filter,
      Pace pace,
      long after) {
    this.connection = connection;
    this.streams = streams;
    this.filter = filter;
    this.pace = pace;
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
      while (!closed && !fetching && !untaken && requested.get() > 0) {
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
      untaken = true;
      connection.onNext(new Piece(frames, this::taken));
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

  private void taken() {
    untaken = false;
    drain();
  }

  private void fetch() {
    fetching = true;
    Duration pause = pace.begin(UNITS_PER_PART);
    if (pause.isZero()) {
      streams
          .reader()
          .read(position, MOST_AT_ONCE, LARGEST_AT_ONCE, filter)
          .doFinally(_ -> pace.end())
          .subscribe(this::fetched, this::failed);
    } else {
      fetchLater(pause);
    }
  }

  private void fetchLater(Duration pause) {
    streams.later(
        pause,
        () -> {
          fetching = false;
          drain();
        });
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
    if (failure instanceof RejectedExecutionException) {
      // too many read old parts at the moment: this one is in no hurry
      fetchLater(A_MOMENT);
    } else if (!closed) {
      cancel();
      connection.onError(new AbortedException(failure));
    }
  }
}
