package dev.kanmin.bench.search;

import dev.kanmin.bench.Metric;
import dev.kanmin.bench.fold.Feed;
import dev.kanmin.bench.fold.FeedSample;
import dev.kanmin.bench.load.HttpAnswer;
import dev.kanmin.bench.load.Load;
import dev.kanmin.bench.load.Load.Outcome;
import dev.kanmin.bench.scale.GatewayMemory;
import dev.kanmin.bench.stage.Progress;
import dev.kanmin.bench.stage.Stage;
import dev.kanmin.bench.stage.WrongResults;
import dev.kanmin.bench.table.Figures;
import dev.kanmin.bench.table.Goal;
import dev.kanmin.bench.table.Row;
import dev.kanmin.bench.view.GatewayServer;
import dev.kanmin.infrastructure.Conditions;
import dev.kanmin.testkit.TestTokens;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * SEARCH: times of searches over 100,000 cards through the gateway, with facets and snippets, at a
 * steady rate. A time counts from when its request was due.
 */
public final class Searching implements Metric {
  private static final int CARDS = 100_000;

  /** Of missions the first event is a draft, which nobody finds: most subjects need several. */
  private static final int EVENTS_EACH = 6;

  private static final double LIMIT_MILLIS = 100;

  /** Searches a second: a thousand people who search twice in three minutes. */
  private static final double RATE = 10;

  private static final int CONNECTIONS = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  @Override
  public String number() {
    return "SEARCH";
  }

  @Override
  public String title() {
    return "searches over 100,000 cards";
  }

  @Override
  public List<Row> run(Stage stage, Progress progress) {
    int cards = stage.effort().pick(CARDS, CARDS / 10);
    var sample = new FeedSample(stage.root(), cards, 4711, SampleWords::dress);
    try (var feed = new Feed(stage.anotherKafka("kafka-search"), sample);
        var issuer = TestTokens.start()) {
      feed.add(cards * EVENTS_EACH);
      long began = System.nanoTime();
      try (var gateway =
          GatewayServer.start(
              stage, issuer, feed.bootstrap(), Map.of("KANMIN_GATEWAY_WRITESFEED", "false"))) {
        Conditions.await("all cards to be found", PATIENCE, () -> found(gateway) == feed.visible());
        double seconds = (System.nanoTime() - began) / 1e9;
        progress.say(
            "%,d cards are found %.1f s after the start".formatted(feed.visible(), seconds));
        return List.of(measured(stage, progress, gateway, feed.visible(), seconds));
      }
    }
  }

  private Row measured(
      Stage stage, Progress progress, GatewayServer gateway, long cards, double indexedAfter) {
    var requests =
        SampleWords.QUESTIONS.stream()
            .map(words -> gateway.get("/v1/search?limit=20&q=" + coded(words)))
            .toList();
    var load =
        new Load(
            gateway.server().port(),
            CONNECTIONS,
            number -> requests.get(number % requests.size()),
            Searching::wrong);
    checked(load.closed(stage.effort().warmUp()));
    var times = new ArrayList<Double>();
    var half = new ArrayList<Double>();
    var slowest = new ArrayList<Double>();
    for (int round = 0; round < stage.effort().rounds(); round++) {
      var outcome = checked(load.open(RATE, stage.effort().seconds(30, 10)));
      times.add(outcome.times().percentileMillis(0.95));
      half.add(outcome.times().percentileMillis(0.5));
      slowest.add(outcome.times().percentileMillis(0.99));
      progress.say("p95 %.1f ms".formatted(times.getLast()));
    }
    var memory = GatewayMemory.of(gateway.server());
    return Row.compare(
            number(),
            "p95 of searches over %,d cards at %d a second".formatted(cards, (int) RATE),
            "ms",
            new Figures("gateway", times, List.of()),
            new Figures("limit", Collections.nCopies(times.size(), LIMIT_MILLIS), List.of()),
            Goal.atMost(1))
        .noting(
            "p50 %.1f ms, p99 %.1f ms, all found %.0f s after the start, heap %d MB, resident %d MB"
                .formatted(
                    median(half),
                    median(slowest),
                    indexedAfter,
                    memory.heapBytes() / 1_000_000,
                    memory.residentBytes() / 1_000_000));
  }

  private static double median(List<Double> values) {
    return new Figures("", values, List.of()).median();
  }

  private static Outcome checked(Outcome outcome) {
    outcome
        .fault()
        .ifPresent(
            fault -> {
              throw new WrongResults("gateway", fault);
            });
    return outcome;
  }

  private static Optional<String> wrong(int number, HttpAnswer answer) {
    return Load.Judge.status(200)
        .wrong(number, answer)
        .or(
            () ->
                answer.text().contains("\"hit\":true")
                        || answer.text().contains("\"didYouMean\":")
                        || answer.text().contains("\"facets\":")
                    ? Optional.empty()
                    : Optional.of(
                        "nothing was found by "
                            + SampleWords.QUESTIONS.get(number % SampleWords.QUESTIONS.size())));
  }

  private static long found(GatewayServer gateway) {
    return gateway.read("/v1/search?limit=1").required("total").asLong();
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
