package dev.kanmin.bench.whole;

import dev.kanmin.bench.Metric;
import dev.kanmin.bench.command.MissionService;
import dev.kanmin.bench.stage.Measured;
import dev.kanmin.bench.stage.NotPossibleHere;
import dev.kanmin.bench.stage.Progress;
import dev.kanmin.bench.stage.Stage;
import dev.kanmin.bench.table.Figures;
import dev.kanmin.bench.table.Goal;
import dev.kanmin.bench.table.Row;
import dev.kanmin.infrastructure.Conditions;
import dev.kanmin.infrastructure.StoreKind;
import dev.kanmin.testkit.TestTokens;
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
    train(stage, progress);
    int rounds = stage.effort().pick(stage.effort().rounds(), 1);
    var all = new ArrayList<Double>();
    var one = new ArrayList<Double>();
    try (var plain = new PlainService(stage)) {
      for (int round = 1; round <= rounds; round++) {
        one.add(plain.start());
        var everything = MakeRun.shared(stage);
        all.add(everything.readyAfterSeconds());
        // the last one is left to the next metric
        if (round < rounds) {
          everything.stop();
          stage.closeShared();
        }
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

  private static void train(Stage stage, Progress progress) {
    if (ClassCaches.areTrained(stage)) {
      return;
    }
    if (stage.effort().quick()) {
      throw new NotPossibleHere(
          "class caches are not trained, which takes longer than a quick run:"
              + " make run does it once it is ready, and so does a full run");
    }
    progress.say("training class caches");
    try (var first = MakeRun.start(stage, Map.of("KANMIN_CLASS_CACHE", "train"))) {
      Conditions.await("class caches to be trained", TRAINING, () -> ClassCaches.areTrained(stage));
      first.stop();
    }
  }

  /** The missions' service with broker, store and issuer, always with both compilers. */
  private static final class PlainService implements AutoCloseable {
    private final Stage stage;
    private final TestTokens issuer = TestTokens.start();

    PlainService(Stage stage) {
      this.stage = stage;
      stage.kafka().createTopics(MissionService.TOPICS);
    }

    /** Seconds until it is ready. */
    double start() {
      var store = stage.store(StoreKind.MONGODB);
      long began = System.nanoTime();
      try (var _ =
          stage.service(
              Measured.MISSIONS.module(),
              Map.of(
                  "KANMIN_KAFKA", stage.kafka().bootstrap(),
                  "KANMIN_MONGODB_URI", store.uri(),
                  "KANMIN_STORE", store.kind().word(),
                  "KANMIN_ISSUER", issuer.issuer(),
                  "_JAVA_OPTIONS", "-XX:TieredStopAtLevel=4"))) {
        return (System.nanoTime() - began) / 1e9;
      }
    }

    @Override
    public void close() {
      issuer.close();
    }
  }
}
