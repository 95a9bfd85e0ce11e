package dev.kanmin.bench.view;

import dev.kanmin.bench.Metric;
import dev.kanmin.bench.fold.Feed;
import dev.kanmin.bench.fold.FeedSample;
import dev.kanmin.bench.load.HttpAnswer;
import dev.kanmin.bench.load.Load;
import dev.kanmin.bench.stage.Progress;
import dev.kanmin.bench.stage.Rounds;
import dev.kanmin.bench.stage.Stage;
import dev.kanmin.bench.table.Goal;
import dev.kanmin.bench.table.Row;
import dev.kanmin.testkit.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * P5: the view of a cell by the ordinary gateway, with everything that stands before and behind it
 * (firewall, token, scope, limits, metrics, trace), beside a WebFlux controller that answers the
 * same bytes and does nothing else.
 */
public final class ViewEndpoint implements Metric {
  private static final String CELL = "/v1/cells/VN/endoscopy";
  private static final int SUBJECTS = 400;
  private static final int CONNECTIONS = 32;

  @Override
  public String number() {
    return "P5";
  }

  @Override
  public String title() {
    return "the view of a cell with everything that belongs to a request";
  }

  @Override
  public List<Row> run(Stage stage, Progress progress) {
    var sample = new FeedSample(stage.root(), SUBJECTS, 42);
    try (var feed = new Feed(stage.anotherKafka("kafka-view"), sample);
        var issuer = TestTokens.start()) {
      feed.add(SUBJECTS * 5);
      try (var gateway =
          GatewayServer.start(
              stage, issuer, feed.bootstrap(), Map.of("KANMIN_GATEWAY_WRITESFEED", "false"))) {
        return compare(stage, gateway, progress);
      }
    }
  }

  private List<Row> compare(Stage stage, GatewayServer gateway, Progress progress) {
    var body = gateway.answer(CELL).body();
    progress.say("the answer has %,d bytes".formatted(body.length));
    try (var bare =
        stage.peerServer(
            "bare-view",
            "dev.kanmin.bench.peers.bare.BareView",
            Map.of("BENCH_BODY", written(body, stage.folder().resolve("view.json")).toString()),
            "/ready")) {
      var time = stage.effort().seconds(6, 1);
      var ours = side("gateway", gateway, body.length, time);
      var other =
          new ReadingSide(
              "bare WebFlux",
              List.of(bare),
              List.of(gateway.get(CELL)),
              (_, answer) -> wrong(answer, body.length),
              CONNECTIONS,
              time,
              Optional.empty());
      var rounds = Rounds.play(stage.effort(), progress, List.of(ours, other));
      return List.of(
          Row.compare(
              number(),
              title(),
              "answers/s",
              rounds.of(ours).figures(),
              rounds.of(other).figures(),
              Goal.atLeast(0.7)),
          Row.compare(
              number() + "b",
              title() + ", per second of the server's processor time",
              "answers/s",
              rounds.of(ours).figures("perCore"),
              rounds.of(other).figures("perCore"),
              Goal.none()));
    }
  }

  private static ReadingSide side(String name, GatewayServer gateway, int size, Duration time) {
    return new ReadingSide(
        name,
        List.of(gateway.server()),
        List.of(gateway.get(CELL)),
        (_, answer) -> wrong(answer, size),
        CONNECTIONS,
        time,
        Optional.empty());
  }

  /** The head of a view tells the time, so only sizes can be compared; they differ by a few. */
  private static Optional<String> wrong(HttpAnswer answer, int size) {
    return Load.Judge.status(200)
        .wrong(0, answer)
        .or(
            () ->
                Math.abs(answer.body().length - size) > 64
                    ? Optional.of("the answer has " + answer.body().length + " bytes")
                    : Optional.empty());
  }

  private static Path written(byte[] body, Path file) {
    try {
      return Files.write(file, body);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
