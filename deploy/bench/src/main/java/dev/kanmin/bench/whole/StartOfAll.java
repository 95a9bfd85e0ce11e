package dev.kanmin.bench.whole;

import dev.kanmin.bench.Metric;
import dev.kanmin.bench.fold.Feed;
import dev.kanmin.bench.stage.Progress;
import dev.kanmin.bench.stage.Stage;
import dev.kanmin.bench.table.Figures;
import dev.kanmin.bench.table.Goal;
import dev.kanmin.bench.table.Row;
import dev.kanmin.infrastructure.Conditions;
import dev.kanmin.infrastructure.KafkaProcess;
import dev.kanmin.infrastructure.Ports;
import dev.kanmin.infrastructure.StoreKind;
import dev.kanmin.infrastructure.TopicSpec;
import dev.kanmin.testkit.TestTokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * P7: seconds until everything in {@code make run} is ready (broker, store, issuer and all
 * services), programs built and class caches trained before; beside one of the services started as
 * plain Boot, with broker and store already there.
 */
public final class StartOfAll implements Metric {
  private static final List<String> TRAINED =
      List.of(
          "services/trade-missions",
          "services/oda-linkage",
          "services/gateway",
          "deploy/local-issuer");

  private static final Duration TRAINING = Duration.ofMinutes(10);

  @Override
  public String number() {
    return "P7";
  }

  @Override
  public String title() {
    return "make run until everything is ready";
  }

  @Override
  public List<Row> run(Stage stage, Progress progress) {
    var data = stage.folder().resolve("make-run");
    train(stage, data, progress);
    var all = new ArrayList<Double>();
    var one = new ArrayList<Double>();
    try (var plain = new PlainService(stage)) {
      for (int round = 1; round <= stage.effort().rounds(); round++) {
        try (var everything = MakeRun.start(stage, data, Map.of())) {
          all.add(everything.readyAfterSeconds());
        }
        one.add(plain.start());
        progress.say(
            "round %d: everything %.1f s, one service %.1f s"
                .formatted(round, all.getLast(), one.getLast()));
      }
    }
    return List.of(
        Row.compare(
            number(),
            title(),
            "s",
            new Figures("everything", all, List.of()),
            new Figures("one plain Boot service", one, List.of()),
            Goal.atMost(3)));
  }

  private static void train(Stage stage, Path data, Progress progress) {
    progress.say("training class caches, if they are not there");
    try (var first = MakeRun.start(stage, data, Map.of("KANMIN_CLASS_CACHE", "train"))) {
      Conditions.await(
          "class caches to be trained",
          TRAINING,
          () ->
              first.said().contains("the next start will be faster")
                  || TRAINED.stream().allMatch(module -> isTrained(stage, module)));
    }
  }

  private static boolean isTrained(Stage stage, String module) {
    var cache = stage.root().resolve(module).resolve("target/class-cache");
    return Files.exists(cache.resolve("made-of"));
  }

  /** The missions' service with broker, store and issuer. */
  private static final class PlainService implements AutoCloseable {
    private final Stage stage;
    private final TestTokens issuer = TestTokens.start();
    private final KafkaProcess kafka;

    PlainService(Stage stage) {
      this.stage = stage;
      this.kafka = KafkaProcess.start(stage.folder().resolve("kafka-plain"), Ports.free());
      kafka.createTopics(Feed.TOPICS);
      kafka.createTopics(List.of(new TopicSpec("kanmin.oda-linkage.trade-missions.dlt", 3)));
    }

    /** Seconds until it is ready. */
    double start() {
      var store = stage.store(StoreKind.MONGODB);
      long began = System.nanoTime();
      try (var _ =
          stage.service(
              "services/trade-missions",
              Map.of(
                  "KANMIN_KAFKA", kafka.bootstrap(),
                  "KANMIN_MONGODB_URI", store.uri(),
                  "KANMIN_STORE", store.kind().word(),
                  "KANMIN_ISSUER", issuer.issuer()))) {
        return (System.nanoTime() - began) / 1e9;
      }
    }

    @Override
    public void close() {
      kafka.close();
      issuer.close();
    }
  }
}
