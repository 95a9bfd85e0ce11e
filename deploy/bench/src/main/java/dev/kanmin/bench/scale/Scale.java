package dev.kanmin.bench.scale;

import dev.kanmin.bench.fold.Feed;
import dev.kanmin.bench.fold.FeedSample;
import dev.kanmin.bench.load.Latencies;
import dev.kanmin.bench.load.Load;
import dev.kanmin.bench.report.Machine;
import dev.kanmin.bench.stage.Effort;
import dev.kanmin.bench.stage.Progress;
import dev.kanmin.bench.stage.Stage;
import dev.kanmin.bench.view.GatewayServer;
import dev.kanmin.infrastructure.ChildProcess;
import dev.kanmin.infrastructure.Conditions;
import dev.kanmin.infrastructure.RunFolder;
import dev.kanmin.testkit.TestTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code make scale}: one gateway with 1,000,000 events of 100,000 subjects, then with 10,000 idle
 * streams. Prints a summary and writes {@code target/bench/scale.json}; {@code QUICK=1} takes a
 * tenth.
 */
public final class Scale {
  private static final int EVENTS_PER_SECOND = 200;
  private static final int READS_PER_SECOND = 100;
  private static final int CONNECTIONS = 16;

  /** The largest picture needs more heap than the contestants have; this variable comes last. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of("KANMIN_GATEWAY_WRITESFEED", "false", "_JAVA_OPTIONS", "-Xmx1500m");

  private static final List<String> CELLS =
      List.of(
          "/v1/cells/VN/endoscopy",
          "/v1/cells/TH/diagnostic-imaging",
          "/v1/cells/ID/patient-monitoring",
          "/v1/cells/PH/telemedicine",
          "/v1/cells");
  private static final Pattern FOLDED =
      Pattern.compile("The picture is folded up to position \\d+: records=(\\d+) millis=(\\d+)");

  private final Stage stage;
  private final Progress progress = new Progress("scale");
  private final Map<String, Object> figures = new LinkedHashMap<>();

  private Scale(Stage stage) {
    this.stage = stage;
  }

  public static void main(String[] arguments) throws IOException {
    // also when it is broken off
    Runtime.getRuntime().addShutdownHook(new Thread(ChildProcess::killAllThatAreLeft));
    var root = Path.of("").toAbsolutePath();
    var target = root.resolve("deploy/bench/target/bench");
    var effort = "1".equals(System.getenv("QUICK")) ? Effort.QUICK : Effort.FULL;
    var folder = RunFolder.make(target, "scale");
    try (var stage = new Stage(root, folder, effort)) {
      var figures = new Scale(stage).measure();
      figures.put("machine", Machine.here(root, effort));
      var json =
          JsonMapper.builder()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .build()
              .writeValueAsString(figures);
      Files.writeString(target.resolve("scale.json"), json + "\n");
      System.out.println(Summary.text(JsonMapper.shared().readTree(json)));
    }
  }

  private Map<String, Object> measure() throws IOException {
    int subjects = stage.effort().pick(100_000, 10_000);
    int events = stage.effort().pick(1_000_000, 100_000);
    try (var feed =
            new Feed(stage.anotherKafka("kafka"), new FeedSample(stage.root(), subjects, 2026));
        var issuer = TestTokens.start()) {
      var empty = memoryOfEmpty(feed, issuer);
      progress.say("filling the feed with %,d events".formatted(events));
      feed.add(events);
      try (var gateway = GatewayServer.start(stage, issuer, feed.bootstrap(), ENVIRONMENT)) {
        figures.put("subjects", subjects);
        figures.put("events", events);
        figures.put("foldSeconds", foldSeconds(events));
        var full = GatewayMemory.of(gateway.server());
        figures.put("emptyGateway", empty);
        figures.put("fullGateway", full);
        figures.put(
            "heapBytesPerSubject", (full.heapBytes() - empty.heapBytes()) / (double) subjects);
        figures.put("underChange", underChange(feed, gateway));
        clients(feed, gateway);
      }
      return figures;
    }
  }

  private GatewayMemory memoryOfEmpty(Feed feed, TestTokens issuer) {
    try (var gateway = GatewayServer.start(stage, issuer, feed.bootstrap(), ENVIRONMENT)) {
      return GatewayMemory.of(gateway.server());
    }
  }

  private double foldSeconds(long events) throws IOException {
    return FOLDED
        .matcher(Files.readString(stage.folder().resolve("logs/gateway.log")))
        .results()
        .filter(told -> Long.parseLong(told.group(1)) == events)
        .map(told -> Long.parseLong(told.group(2)) / 1000.0)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("the gateway's log does not tell of the fold"));
  }

  /** Idle streams: of a type of event that does not come. */
  private void clients(Feed feed, GatewayServer gateway) throws IOException {
    int count = stage.effort().pick(10_000, 1_000);
    var before = GatewayMemory.of(gateway.server());
    try (var clients = new StreamClients()) {
      progress.say("opening %,d streams".formatted(count));
      for (int number = 0; number < count; number++) {
        clients.open(
            gateway.server().port(), gateway.get("/v1/feed/stream?type=mission-terminated"));
      }
      Conditions.await(
          "all streams to be open: " + clients.refusal(),
          Duration.ofMinutes(2),
          () -> clients.streaming() == count);
      var after = GatewayMemory.of(gateway.server());
      figures.put("clients", count);
      figures.put(
          "heapBytesPerIdleClient", (after.heapBytes() - before.heapBytes()) / (double) count);
      figures.put(
          "residentBytesPerIdleClient",
          (after.residentBytes() - before.residentBytes()) / (double) count);
      figures.put("underChangeWithClients", underChange(feed, gateway));
      int open = clients.streaming();
      figures.put("clientsStillOpen", open);
      figures.put("clientsLost", count - open);
    }
  }

  /** Times of views and of a stream while events come. */
  private Map<String, Object> underChange(Feed feed, GatewayServer gateway) throws IOException {
    var time = stage.effort().seconds(30, 5);
    try (var stream = new TimedStream(gateway.server().port(), gateway.get("/v1/feed/stream"))) {
      // the first seconds are for warming both
      change(feed, gateway, stream, time.dividedBy(2));
      int warm = stream.times().count();
      var views = change(feed, gateway, stream, time);
      Conditions.await(
          "the stream to bring the last event",
          Duration.ofSeconds(10),
          () -> stream.times().count() >= warm + EVENTS_PER_SECOND * time.toSeconds() * 0.99);
      progress.say("view p99 %.1f ms".formatted(views.percentileMillis(0.99)));
      return Map.of(
          "eventsPerSecond",
          EVENTS_PER_SECOND,
          "readsPerSecond",
          READS_PER_SECOND,
          "viewMillis",
          percentiles(views),
          "streamMillis",
          percentiles(stream.times()));
    }
  }

  private static Latencies change(
      Feed feed, GatewayServer gateway, TimedStream stream, Duration time) {
    var writer = Thread.ofPlatform().start(() -> write(feed, stream, time));
    var outcome =
        new Load(
                gateway.server().port(),
                CONNECTIONS,
                number -> gateway.get(CELLS.get(number % CELLS.size())),
                Load.Judge.status(200))
            .open(READS_PER_SECOND, time);
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    outcome
        .fault()
        .ifPresent(
            fault -> {
              throw new IllegalStateException(fault);
            });
    return outcome.times();
  }

  private static void write(Feed feed, TimedStream stream, Duration time) {
    long begin = System.nanoTime();
    long count = EVENTS_PER_SECOND * time.toSeconds();
    for (long number = 0; number < count; number++) {
      long due = begin + number * 1_000_000_000L / EVENTS_PER_SECOND;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      stream.sending(feed.end());
      feed.add(1);
    }
  }

  private static Map<String, Double> percentiles(Latencies times) {
    return Map.of(
        "p50", times.percentileMillis(0.5),
        "p99", times.percentileMillis(0.99),
        "longest", times.maxMillis());
  }
}
