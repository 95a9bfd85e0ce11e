package dev.kanmin.bench.delivery;

import dev.kanmin.bench.Metric;
import dev.kanmin.bench.command.MissionService;
import dev.kanmin.bench.fold.FeedSample;
import dev.kanmin.bench.stage.Progress;
import dev.kanmin.bench.stage.Rounds;
import dev.kanmin.bench.stage.Series;
import dev.kanmin.bench.stage.Stage;
import dev.kanmin.bench.table.Figures;
import dev.kanmin.bench.table.Goal;
import dev.kanmin.bench.table.Row;
import dev.kanmin.bench.table.Statistics;
import dev.kanmin.bench.view.ThreeServices;
import dev.kanmin.infrastructure.TopicSpec;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * P2: from the answer of a command to a consumer of the service's topic, and to one of the feed, at
 * 500 commands per second; beside a plain producer and consumer at the same rate, whose time runs
 * from when a record was due.
 */
public final class Delivery implements Metric {
  private static final int RATE = 500;

  /** A machine that carries less than this share of the rate does not carry it. */
  private static final double CARRIED = 0.98;

  /** In short rounds, what the last answer takes is itself some hundredths of the time. */
  private static final double CARRIED_QUICKLY = 0.95;

  private static final double FEED_MILLIS = 25;
  private static final String RAW_TOPIC = "bench.delivery";

  @Override
  public String number() {
    return "P2";
  }

  @Override
  public String title() {
    return "answer of a command → consumer, %d commands/s".formatted(RATE);
  }

  @Override
  public List<Row> run(Stage stage, Progress progress) {
    var effort = stage.effort();
    var time = effort.seconds(10, 3);
    var bootstrap = stage.kafka().bootstrap();
    stage.kafka().createTopics(List.of(new TopicSpec(RAW_TOPIC, 3)));
    var settings =
        Map.of(
            "kafka",
            bootstrap,
            "topic",
            RAW_TOPIC,
            "rate",
            Integer.toString(RATE),
            "seconds",
            Long.toString(time.toSeconds()));
    // its gateway writes the feed
    var service = ThreeServices.shared(stage).missions();
    try (var topic = new Arrivals(bootstrap, MissionService.TOPIC);
        var feed = new Arrivals(bootstrap, FeedSample.TOPIC);
        var raw = stage.peer("raw", "dev.kanmin.bench.peers.delivery.RawDelivery", settings)) {
      var ours = new ServiceDelivery(service, topic, feed, RATE, time);
      var rounds = Rounds.play(effort, progress, List.of(ours, raw));
      double carried = effort.quick() ? CARRIED_QUICKLY : CARRIED;
      return rows(rounds.of(ours), rounds.of(raw), carried);
    }
  }

  private List<Row> rows(Series ours, Series raw, double carried) {
    var allowed = Collections.nCopies(ours.samples().size(), FEED_MILLIS);
    return List.of(
            Row.compare(
                number(), title() + ", p50", "ms", ours.figures(), raw.figures(), Goal.atMost(3)),
            Row.compare(
                number() + "b",
                title() + ", p99",
                "ms",
                ours.figures(ServiceDelivery.P99),
                raw.figures(ServiceDelivery.P99),
                Goal.atMost(2)),
            Row.compare(
                number() + "c",
                title() + " of the feed, p50",
                "ms",
                ours.figures(ServiceDelivery.FEED_P50),
                new Figures("ms at most", allowed, List.of()),
                Goal.atMost(1)))
        .stream()
        .map(row -> carried(row, ours, carried))
        .toList();
  }

  private static Row carried(Row row, Series ours, double share) {
    double rate = Statistics.median(ours.figures(ServiceDelivery.RATE).values());
    return rate >= RATE * share
        ? row
        : row.missed("only %.0f commands/s were carried".formatted(rate));
  }
}
