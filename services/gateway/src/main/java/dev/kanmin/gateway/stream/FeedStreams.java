package dev.kanmin.gateway.stream;

import dev.kanmin.gateway.GatewayProperties;
import dev.kanmin.gateway.feed.FeedEvent;
import dev.kanmin.gateway.limit.Pace;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.stream.StreamClient.Piece;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Publisher;
import org.springframework.stereotype.Component;

/** All open streams of this node. One thread tells them of new events; none waits for another. */
@Component
final class FeedStreams implements AutoCloseable {
  /** A stream is opened with a token that may have ended since: it must be shown again. */
  private static final long LIFE_NANOS = TimeUnit.MINUTES.toNanos(30);

  private final RecentEvents recent;
  private final FeedReader reader;
  private final Picture picture;
  private final Counter cutOff;
  private final Set<StreamClient> clients = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean announced = new AtomicBoolean();
  private final ScheduledExecutorService announcer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("feed-streams").daemon().factory());
  private final ScheduledFuture<?> heartbeats;

  FeedStreams(
      RecentEvents recent,
      FeedReader reader,
      Picture picture,
      GatewayProperties properties,
      MeterRegistry meters) {
    this.recent = recent;
    this.reader = reader;
    this.picture = picture;
    this.cutOff =
        Counter.builder("kanmin.stream.cut.off")
            .description("clients disconnected because they read more slowly than events came")
            .register(meters);
    Gauge.builder("kanmin.stream.clients", clients, Set::size).register(meters);
    recent.watch(this::announce);
    long every = properties.heartbeat().toMillis();
    this.heartbeats =
        announcer.scheduleWithFixedDelay(this::heartbeat, every, every, TimeUnit.MILLISECONDS);
  }

  /**
   * A stream of the events after a position, in pieces of one or several encoded events.
   *
   * @param pace at which older events are read for it
   */
  Publisher<Piece> open(long after, FeedFilter filter, Pace pace) {
    return connection -> {
      StreamClient client = new StreamClient(connection, this, filter, pace, after);
      clients.add(client);
      connection.onSubscribe(client);
    };
  }

  RecentEvents recent() {
    return recent;
  }

  FeedReader reader() {
    return reader;
  }

  boolean matches(FeedFilter filter, FeedEvent event) {
    return filter.matches(event, picture);
  }

  /** Does something after a pause; never while the streams are being closed. */
  void later(Duration pause, Runnable task) {
    try {
      var _ = announcer.schedule(task, pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException closed) {
      // all streams end with this one
    }
  }

  void remove(StreamClient client) {
    clients.remove(client);
  }

  void countCutOff() {
    cutOff.increment();
  }

  private void announce() {
    if (announced.compareAndSet(false, true)) {
      announcer.execute(
          () -> {
            announced.set(false);
            clients.forEach(StreamClient::drain);
          });
    }
  }

  private void heartbeat() {
    for (StreamClient client : clients) {
      if (client.isOlderThan(LIFE_NANOS)) {
        client.complete();
      } else {
        client.heartbeat();
      }
    }
  }

  @Override
  public void close() {
    heartbeats.cancel(false);
    announcer.shutdownNow();
    clients.forEach(StreamClient::complete);
  }
}
