package dev.kanmin.gateway.stream;

import dev.kanmin.gateway.GatewayProperties;
import dev.kanmin.gateway.feed.FeedEvent;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.web.ProblemTypes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Publisher;
import org.springframework.stereotype.Component;

/** All open streams of this node. One thread tells them of new events; none waits for another. */
@Component
final class FeedStreams implements AutoCloseable {
  private static final int MOST_CLIENTS = 20_000;

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
   * @throws dev.kanmin.web.ProblemException when there are too many streams already
   */
  Publisher<List<byte[]>> open(long after, FeedFilter filter) {
    if (clients.size() >= MOST_CLIENTS) {
      throw ProblemTypes.UNAVAILABLE.with("Too many streams are open on this node. Try again.");
    }
    return connection -> {
      StreamClient client = new StreamClient(connection, this, filter, after);
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
