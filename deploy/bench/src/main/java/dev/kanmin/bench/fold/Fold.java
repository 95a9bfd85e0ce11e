package dev.kanmin.bench.fold;

import dev.kanmin.bench.Metric;
import dev.kanmin.bench.stage.Progress;
import dev.kanmin.bench.stage.Rounds;
import dev.kanmin.bench.stage.Stage;
import dev.kanmin.bench.stage.WrongResults;
import dev.kanmin.bench.table.Figures;
import dev.kanmin.bench.table.Goal;
import dev.kanmin.bench.table.Row;
import dev.kanmin.bench.view.GatewayServer;
import dev.kanmin.testkit.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * P3: records of the feed per second that a warm gateway takes into its picture, beside a program
 * that consumes the same records, reads every name and value of their JSON with a streaming parser,
 * and does nothing with them. And how long a gateway that has just been started takes for a
 * million.
 */
public final class Fold implements Metric {
  private static final int SUBJECTS = 10_000;
  private static final int MANY = 1_000_000;
  private static final double LIMIT_SECONDS = 10;
  private static final Pattern FOLDED =
      Pattern.compile("The picture is folded up to position \\d+: records=(\\d+) millis=(\\d+)");

  @Override
  public String number() {
    return "P3";
  }

  @Override
  public String title() {
    return "the fold of the feed, 10,000 uniform subjects";
  }

  @Override
  public List<Row> run(Stage stage, Progress progress) {
    var effort = stage.effort();
    int many = effort.pick(MANY, MANY / 10);
    var sample = new FeedSample(stage.root(), SUBJECTS, 4711);
    try (var feed = new Feed(stage.anotherKafka("kafka-fold"), sample)) {
      progress.say("filling the feed with %,d records".formatted(many));
      feed.add(many);
      var starts = new ArrayList<Double>();
      for (int start = 1; start < effort.pick(3, 1); start++) {
        starts.add(afterStart(stage, feed));
      }
      // the gateway of the last start goes on
      try (var ours = new FoldingGateway(stage, feed, effort.pick(100_000, 20_000));
          var raw =
              stage.peer(
                  "raw consume and parse",
                  "dev.kanmin.bench.peers.RawReading",
                  Map.of("kafka", feed.bootstrap(), "topic", FeedSample.TOPIC))) {
        starts.add(foldSeconds(stage, many));
        progress.say("%,d records folded after a start in %s s".formatted(many, starts));
        var rounds = Rounds.play(effort, progress, List.of(ours, raw));
        return List.of(
            Row.compare(
                number(),
                title(),
                "records/s",
                rounds.of(ours).figures(),
                rounds.of(raw).figures(),
                Goal.atLeast(0.7)),
            afterStarts(starts, many));
      }
    }
  }

  private static Row afterStarts(List<Double> seconds, int records) {
    double limit = LIMIT_SECONDS * records / MANY;
    return Row.compare(
        "P3b",
        "a gateway just started folds %,d events".formatted(records),
        "s",
        new Figures("gateway", seconds, List.of()),
        new Figures("limit", Collections.nCopies(seconds.size(), limit), List.of()),
        Goal.atMost(1));
  }

  /** Seconds from its first look at the feed to its end, as the gateway's log tells. */
  private static double afterStart(Stage stage, Feed feed) {
    try (var issuer = TestTokens.start();
        var gateway =
            GatewayServer.start(
                stage, issuer, feed.bootstrap(), Map.of("KANMIN_GATEWAY_WRITESFEED", "false"))) {
      FoldingGateway.check(gateway, feed)
          .ifPresent(
              wrong -> {
                throw new WrongResults("gateway", wrong);
              });
      return foldSeconds(stage, feed.end());
    }
  }

  private static double foldSeconds(Stage stage, long records) {
    return FOLDED
        .matcher(gatewayLog(stage))
        .results()
        .filter(told -> Long.parseLong(told.group(1)) == records)
        .reduce((_, last) -> last)
        .map(told -> Long.parseLong(told.group(2)) / 1000.0)
        .orElseThrow(
            () -> new IllegalStateException("the gateway's log does not tell of the fold"));
  }

  private static String gatewayLog(Stage stage) {
    try {
      return Files.readString(stage.folder().resolve("logs/gateway.log"));
    } catch (IOException e) {
      throw new UncheckedIOException("the gateway has no log", e);
    }
  }
}
