package dev.kanmin.bench.delivery;

import dev.kanmin.bench.command.MissionService;
import dev.kanmin.bench.contest.Sample;
import dev.kanmin.bench.load.HttpAnswer;
import dev.kanmin.bench.load.Latencies;
import dev.kanmin.bench.load.Load;
import dev.kanmin.bench.stage.Measured;
import dev.kanmin.bench.stage.Side;
import dev.kanmin.infrastructure.Conditions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Commands at a fixed rate to the ordinary service; from the moment that its answer is here to the
 * moment that a consumer has the event. An event that comes before its answer took no time.
 */
final class ServiceDelivery implements Side {
  static final String P99 = "p99";
  static final String FEED_P50 = "feed p50";
  static final String FEED_P99 = "feed p99";
  static final String RATE = "rate";

  private static final int CONNECTIONS = 64;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final MissionService service;
  private final Arrivals topic;
  private final Arrivals feed;
  private final int rate;
  private final Duration time;

  ServiceDelivery(MissionService service, Arrivals topic, Arrivals feed, int rate, Duration time) {
    this.service = service;
    this.topic = topic;
    this.feed = feed;
    this.rate = rate;
    this.time = time;
  }

  @Override
  public String name() {
    return Measured.MISSIONS.name();
  }

  /** With as many commands as it can take: at the rate of a round it would take long. */
  @Override
  public void warm(Duration atLeast) {
    run(load -> load.closed(atLeast));
  }

  /** The figure is the median in milliseconds to the service's topic. */
  @Override
  public Sample round() {
    return run(load -> load.open(rate, time));
  }

  private Sample run(Function<Load, Load.Outcome> loading) {
    topic.clear();
    feed.clear();
    var answered = new ConcurrentHashMap<String, Long>();
    long cpu = service.server().cpuMicros();
    var outcome =
        loading.apply(
            new Load(
                service.server().port(),
                CONNECTIONS,
                number -> service.draft(),
                (number, answer) -> note(answer, answered)));
    var toTopic = latencies(answered, topic, "the service's topic");
    var toFeed = latencies(answered, feed, "the feed");
    double cpuMicros = (service.server().cpuMicros() - cpu) / (double) outcome.answers();
    return Sample.of(toTopic.percentileMillis(0.5), outcome.answers(), cpuMicros)
        .with(
            Map.of(
                P99,
                toTopic.percentileMillis(0.99),
                FEED_P50,
                toFeed.percentileMillis(0.5),
                FEED_P99,
                toFeed.percentileMillis(0.99),
                RATE,
                outcome.perSecond(),
                "command p99",
                outcome.times().percentileMillis(0.99)))
        .checked(outcome.fault());
  }

  private static Optional<String> note(HttpAnswer answer, Map<String, Long> answered) {
    long now = System.nanoTime();
    if (answer.status() != 201) {
      return Optional.of("answered " + answer.status() + ": " + answer.text());
    }
    answer.header("kanmin-event").ifPresent(event -> answered.put(event, now));
    return Optional.empty();
  }

  private static Latencies latencies(Map<String, Long> answered, Arrivals arrivals, String where) {
    Conditions.await(
        "all events on " + where,
        PATIENCE,
        () -> answered.keySet().stream().allMatch(event -> arrivals.of(event).isPresent()));
    var latencies = new Latencies(Math.max(1, answered.size()));
    answered.forEach(
        (event, at) -> latencies.add(Math.max(0, arrivals.of(event).orElseThrow() - at)));
    return latencies;
  }

  @Override
  public void close() {
    topic.close();
    feed.close();
  }
}
