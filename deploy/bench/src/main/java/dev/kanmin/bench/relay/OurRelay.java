package dev.kanmin.bench.relay;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.kanmin.bench.contest.Contestant;
import dev.kanmin.bench.contest.ContestantLoop;
import dev.kanmin.bench.contest.Sample;
import dev.kanmin.bench.contest.Settings;
import dev.kanmin.bench.contest.Stopwatch;
import dev.kanmin.events.EventsProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The platform's relay and its sweep, as every service runs them. A round stores many documents
 * whose events become due at one moment; what counts is the time from the first record to the last
 * removal.
 */
public final class OurRelay implements Contestant {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** How exactly the end of a round is known. */
  private static final Duration PAUSE = Duration.ofMillis(10);

  private static final Duration SAFETY = Duration.ofMillis(1_500);

  private final ConfigurableApplicationContext service;
  private final Outboxes outboxes;
  private final TopicTail topic;
  private final int events;
  private final Duration youngest;
  private Duration filling;

  private OurRelay(Settings settings) {
    this.service = RelayService.start(settings);
    this.events = settings.number("events");
    var properties = service.getBean(EventsProperties.class);
    this.youngest = properties.relay().sweepOlderThan();
    this.outboxes =
        new Outboxes(service.getBean(MongoDatabase.class).getCollection(RelayService.COLLECTION));
    this.topic = new TopicTail(properties.kafka(), properties.topic());
    // a cautious guess, learned better by each round
    this.filling = Duration.ofMillis(events / 4);
  }

  public static void main(String[] arguments) {
    ContestantLoop.run(arguments, OurRelay::new);
  }

  @Override
  public Sample round() {
    var due = Instant.now();
    List<String> ids;
    do {
      topic.mark();
      due = Instant.now().plus(filling).plus(SAFETY);
      ids = fill(due);
      // when storing took longer than expected, the relay has begun before its time
    } while (Instant.now().isAfter(due) && awaitDrained(ids.size()));
    var watch = Stopwatch.start();
    awaitDrained(ids.size());
    double end = System.currentTimeMillis();
    var spent = watch.rate(events);
    var findings = topic.check(ids);
    double seconds = (end - findings.firstMillis()) / 1e3;
    return Sample.of(events / seconds, events, spent.cpuMicros())
        .with(Map.of("repeated", (double) findings.repeated()))
        .checked(findings.fault().or(this::leftBehind));
  }

  private List<String> fill(Instant due) {
    var began = Instant.now();
    var ids = outboxes.fill(events, due.minus(youngest));
    var took = Duration.between(began, Instant.now());
    filling = took.plus(took.dividedBy(2));
    return ids;
  }

  private boolean awaitDrained(int sent) {
    // the topic first: asking the store again and again would slow it
    await("the events on the topic", () -> topic.arrived() >= sent);
    await("the last removal", outboxes::isDrained);
    return true;
  }

  private static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("waited %s for %s".formatted(PATIENCE, what));
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private Optional<String> leftBehind() {
    long left = outboxes.holdingEvents();
    return left == 0 ? Optional.empty() : Optional.of(left + " events are still in their outboxes");
  }

  @Override
  public void close() {
    topic.close();
    service.close();
  }
}
