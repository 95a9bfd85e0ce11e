package dev.kanmin.bench.command;

import com.mongodb.client.MongoClients;
import dev.kanmin.bench.Metric;
import dev.kanmin.bench.stage.Progress;
import dev.kanmin.bench.stage.Rounds;
import dev.kanmin.bench.stage.Stage;
import dev.kanmin.bench.table.Goal;
import dev.kanmin.bench.table.Row;
import dev.kanmin.infrastructure.StoreKind;
import java.util.List;

/**
 * P8: commands per second of the ordinary service with everything that belongs to a command, beside
 * a plain WebFlux endpoint that does only the write.
 */
public final class CommandCost implements Metric {
  private static final int CONNECTIONS = 64;

  private final StoreKind kind;

  public CommandCost(StoreKind kind) {
    this.kind = kind;
  }

  @Override
  public String number() {
    return kind == StoreKind.MONGODB ? "P8" : "P8-embedded";
  }

  @Override
  public String title() {
    return "a command (draft a mission) with everything, at saturation";
  }

  @Override
  public List<Row> run(Stage stage, Progress progress) {
    var store = stage.store(kind);
    var effort = kind == StoreKind.MONGODB ? stage.effort() : stage.effort().forOrientation();
    var time = effort.seconds(8, 2);
    var service = MissionService.shared(stage, store);
    try (var client = MongoClients.create(store.uri())) {
      // the pattern of what the other side stores
      service.send(service.draft());
      var stored = client.getDatabase(MissionService.DATABASE).getCollection(BareSide.COLLECTION);
      try (var ours = new CommandSide(service, CONNECTIONS, time);
          var bare = BareSide.start(stage, store, service.missions(), stored, CONNECTIONS, time)) {
        var rounds = Rounds.play(effort, progress, List.of(ours, bare));
        return List.of(
            Row.compare(
                    number(),
                    title(),
                    "commands/s",
                    rounds.of(ours).figures(),
                    rounds.of(bare).figures(),
                    kind == StoreKind.MONGODB ? Goal.atLeast(0.7) : Goal.none())
                .noting(
                    "outboxes empty %.1f s after the last answer"
                        .formatted(rounds.of(ours).figures(CommandSide.DRAINED_AFTER).median())));
      }
    }
  }
}
