package dev.kanmin.bench.whole;

import dev.kanmin.bench.Metric;
import dev.kanmin.bench.stage.Effort;
import dev.kanmin.bench.stage.NotPossibleHere;
import dev.kanmin.bench.stage.Progress;
import dev.kanmin.bench.stage.Stage;
import dev.kanmin.bench.stage.WrongResults;
import dev.kanmin.bench.table.Figures;
import dev.kanmin.bench.table.Goal;
import dev.kanmin.bench.table.Row;
import dev.kanmin.infrastructure.MongodLocator;
import dev.kanmin.infrastructure.StoreKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * End to end: from the answer of a command until the cell shows it, at 100 commands a second,
 * through the processes of {@code make run}.
 */
public final class AnswerToCell implements Metric {
  private static final int PER_SECOND = 100;
  private static final double LIMIT_MILLIS = 150;

  private final StoreKind kind;

  public AnswerToCell(StoreKind kind) {
    this.kind = kind;
  }

  @Override
  public String number() {
    return kind == StoreKind.MONGODB ? "E2E" : "E2E-embedded";
  }

  @Override
  public String title() {
    return "answer of a command until the cell shows it, p99 at " + PER_SECOND + " commands/s";
  }

  @Override
  public List<Row> run(Stage stage, Progress progress) {
    if (kind == StoreKind.MONGODB && new MongodLocator(System.getenv()).find().isEmpty()) {
      throw new NotPossibleHere("no mongod on this machine (make mongod fetches one)");
    }
    if (kind == StoreKind.MONGODB) {
      return measured(MakeRun.shared(stage), stage.effort(), progress);
    }
    if (stage.effort().quick()) {
      throw new NotPossibleHere("only in a full run, for it starts everything once more");
    }
    return onEmbeddedStore(stage, progress);
  }

  private List<Row> onEmbeddedStore(Stage stage, Progress progress) {
    try (var system = MakeRun.start(stage, Map.of("KANMIN_STORE", kind.word()))) {
      return measured(system, stage.effort().forOrientation(), progress);
    }
  }

  private List<Row> measured(MakeRun system, Effort effort, Progress progress) {
    if (!system.store().equals(kind.word())) {
      throw new NotPossibleHere("make run chose the store " + system.store());
    }
    var officers = new DeadlineOfficers(system.gatewayPort(), system.token("meti"));
    progress.say("warming");
    // its processes have just been started and are compiled by what they do, a hundred times a
    // second, and not by as much as they could do
    officers.work(PER_SECOND, effort.warmUp().multipliedBy(effort.quick() ? 3 : 1));
    var p99 = new ArrayList<Double>();
    for (int round = 1; round <= effort.rounds(); round++) {
      var times = officers.work(PER_SECOND, effort.seconds(15, 3));
      progress.say(
          "round %d: %,d commands, answered p99 %.1f ms from when due; shown p50 %.1f ms, p99 %.1f ms"
              .formatted(
                  round,
                  times.shown().count(),
                  times.answered().percentileMillis(0.99),
                  times.shown().percentileMillis(0.5),
                  times.shown().percentileMillis(0.99)));
      p99.add(times.shown().percentileMillis(0.99));
    }
    officers
        .fault()
        .ifPresent(
            fault -> {
              throw new WrongResults("make run", fault);
            });
    return List.of(row(p99));
  }

  private Row row(List<Double> p99) {
    var limit = p99.stream().map(_ -> LIMIT_MILLIS).toList();
    return Row.compare(
        number(),
        title(),
        "ms",
        new Figures("make run", p99, List.of()),
        new Figures("limit", limit, List.of()),
        kind == StoreKind.MONGODB ? Goal.atMost(1) : Goal.none());
  }
}
