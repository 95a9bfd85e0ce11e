package dev.kanmin.bench.fold;

import dev.kanmin.bench.Metric;
import dev.kanmin.bench.stage.Progress;
import dev.kanmin.bench.stage.Rounds;
import dev.kanmin.bench.stage.Soon;
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
    var sample = new FeedSample(stage.root(), SUBJECTS, 4711);
    try (var feed = new Feed(stage.folder().resolve("kafka-fold"), sample)) {
      var rows = new ArrayList<Row>();
      try (var gateway =
              Soon.start(() -> new FoldingGateway(stage, feed, effort.pick(100_000, 20_000)));
          var reading =
              Soon.start(
                  () ->
                      stage.peer(
                          "raw consume and parse",
                          "dev.kanmin.bench.peers.RawReading",
                          Map.of("kafka", feed.bootstrap(), "topic", FeedSample.TOPIC)))) {
        var ours = gateway.get();
        var raw = reading.get();
        var rounds = Rounds.play(effort, progress, List.of(ours, raw));
        rows.add(
            Row.compare(
                number(),
                title(),
                "records/s",
                rounds.of(ours).figures(),
                rounds.of(raw).figures(),
                Goal.atLeast(0.7)));
      }
      rows.add(million(stage, feed, progress));
      return rows;
    }
  }

  private static Row million(Stage stage, Feed feed, Progress progress) {
    int many = stage.effort().pick(MANY, MANY / 10);
    progress.say("filling the feed up to %,d records".formatted(many));
    feed.add((int) Math.max(0, many - feed.end()));
    var seconds = new ArrayList<Double>();
    int starts = stage.effort().pick(3, 1);
    for (int start = 0; start < starts; start++) {
      double took = afterStart(stage, feed);
      progress.say("%,d records folded in %.1f s".formatted(feed.end(), took));
      seconds.add(took * many / feed.end());
    }
    double limit = LIMIT_SECONDS * many / MANY;
    return Row.compare(
        "P3b",
        "a gateway just started folds %,d events".formatted(many),
        "s",
        new Figures("gateway", seconds, List.of()),
        new Figures("limit", Collections.nCopies(starts, limit), List.of()),
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
      return foldSeconds(Files.readString(stage.folder().resolve("logs/gateway.log")), feed.end());
    } catch (IOException e) {
      throw new UncheckedIOException("the gateway has no log", e);
    }
  }

  private static double foldSeconds(String log, long records) {
    return FOLDED
        .matcher(log)
        .results()
        .filter(told -> Long.parseLong(told.group(1)) == records)
        .reduce((_, last) -> last)
        .map(told -> Long.parseLong(told.group(2)) / 1000.0)
        .orElseThrow(
            () -> new IllegalStateException("the gateway's log does not tell of the fold"));
  }
}
