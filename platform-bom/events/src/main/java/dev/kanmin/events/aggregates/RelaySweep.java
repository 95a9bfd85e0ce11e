package dev.kanmin.events.aggregates;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds, again and again, what a crash or an outage left in outboxes, and knows how old the oldest
 * unsent event is.
 */
public final class RelaySweep implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(RelaySweep.class);

  private final AggregateStore store;
  private final Duration interval;
  private final Duration olderThan;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("relay-sweep").daemon().factory());
  private volatile Backlog backlog = new Backlog(0, Duration.ZERO);
  private volatile boolean running;

  /**
   * What waits to be sent.
   *
   * @param pending documents found waiting in the last round; those sent within a moment of being
   *     written are not counted
   * @param oldest age of the oldest outbox that is not empty
   */
  public record Backlog(int pending, Duration oldest) {}

  /**
   * Starts with the application.
   *
   * @param interval how often it looks
   * @param olderThan leaves younger outboxes to whoever wrote them
   */
  public RelaySweep(
      AggregateStore store,
      Relay relay,
      Duration interval,
      Duration olderThan,
      MeterRegistry meters) {
    this.store = store;
    this.interval = interval;
    this.olderThan = olderThan;
    Gauge.builder("kanmin.outbox.pending", this, sweep -> sweep.backlog.pending())
        .description("Aggregates whose events have waited for more than a moment")
        .register(meters);
    Gauge.builder("kanmin.outbox.oldest", this, sweep -> sweep.backlog.oldest().toMillis() / 1000.0)
        .baseUnit("seconds")
        .description("Age of the oldest event that is stored but not sent")
        .register(meters);
    Gauge.builder("kanmin.relay.underway", relay, Relay::underWay)
        .description("Aggregates whose events are being sent or removed")
        .register(meters);
  }

  /** As of the last round. */
  public Backlog backlog() {
    return backlog;
  }

  /** Age of the oldest event that is stored but not sent, now. */
  public Mono<Duration> oldestUnsent() {
    return Flux.fromIterable(store.outboxes())
        .flatMap(RelaySweep::oldest)
        .reduce((first, second) -> first.isBefore(second) ? first : second)
        .map(oldest -> Duration.between(oldest, Instant.now()))
        .map(age -> age.isNegative() ? Duration.ZERO : age)
        .defaultIfEmpty(Duration.ZERO);
  }

  private static Mono<Instant> oldest(MongoCollection<Document> outbox) {
    return Mono.from(
            outbox
                .find(Filters.exists("outboxSince"))
                .sort(Sorts.ascending("outboxSince"))
                .projection(Projections.include("outboxSince"))
                .first())
        .map(document -> document.getDate("outboxSince").toInstant());
  }

  private void round() {
    try {
      int found = store.sweep(olderThan).blockOptional().orElse(0);
      backlog = new Backlog(found, oldestUnsent().blockOptional().orElse(Duration.ZERO));
    } catch (RuntimeException failure) {
      log.warn("The outboxes could not be swept, trying again: {}", failure.toString());
    }
  }

  @Override
  public void start() {
    running = true;
    long millis = interval.toMillis();
    var _ = timer.scheduleWithFixedDelay(this::round, millis, millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    running = false;
    timer.shutdown();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
