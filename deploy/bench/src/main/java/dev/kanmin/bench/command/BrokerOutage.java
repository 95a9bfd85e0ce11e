package dev.kanmin.bench.command;

import dev.kanmin.bench.Metric;
import dev.kanmin.bench.load.Load;
import dev.kanmin.bench.relay.OurRelay;
import dev.kanmin.bench.relay.RelayDrain;
import dev.kanmin.bench.stage.Measured;
import dev.kanmin.bench.stage.Progress;
import dev.kanmin.bench.stage.Side;
import dev.kanmin.bench.stage.Stage;
import dev.kanmin.bench.stage.WrongResults;
import dev.kanmin.bench.table.Figures;
import dev.kanmin.bench.table.Goal;
import dev.kanmin.bench.table.Row;
import dev.kanmin.infrastructure.StoreKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * P8b: the broker is killed and away while commands go on; how long the service takes, from the
 * moment the broker answers again, until every event has been sent and removed. The ideal time is
 * that of a backlog of this size at the rate of P1, measured in turns on the same store and broker:
 * so noticing that the broker is back is what may cost the rest.
 */
public final class BrokerOutage implements Metric {
  private static final int CONNECTIONS = 32;
  private static final double COMMANDS_PER_SECOND = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofMillis(10);

  @Override
  public String number() {
    return "P8b";
  }

  @Override
  public String title() {
    return "draining what an outage of the broker left, from the broker's return";
  }

  @Override
  public List<Row> run(Stage stage, Progress progress) {
    var effort = stage.effort();
    var store = stage.store(StoreKind.MONGODB);
    var outage = effort.seconds(60, 6);
    // each is a minute in which nothing is measured
    int rounds = effort.pick(3, 1);
    // as many as an outage leaves
    int backlog = (int) (COMMANDS_PER_SECOND * outage.toSeconds());
    var settings = RelayDrain.settings(stage, StoreKind.MONGODB, "outage", backlog);
    var service = MissionService.shared(stage, store);
    try (var reference = stage.side("P1 relay", OurRelay.class, settings)) {
      progress.say("warming both");
      load(service).closed(effort.warmUp());
      reference.warm(effort.warmUp());
      var drains = new ArrayList<Double>();
      var ideals = new ArrayList<Double>();
      var backlogs = new ArrayList<Long>();
      for (int round = 1; round <= rounds; round++) {
        var drained = outage(stage, service, outage);
        double rate = reference(reference);
        drains.add(drained.seconds());
        ideals.add(drained.backlog() / rate);
        backlogs.add(drained.backlog());
        progress.say(
            "round %d: %d events in %.2f s; P1 does %.0f/s"
                .formatted(round, drained.backlog(), drained.seconds(), rate));
      }
      return List.of(
          Row.compare(
                  number(),
                  title(),
                  "s",
                  new Figures(Measured.MISSIONS.name(), drains, List.of()),
                  new Figures("ideal: the backlog at P1's rate", ideals, List.of()),
                  Goal.atMost(1.3))
              .noting("%d s away, backlogs of %s events".formatted(outage.toSeconds(), backlogs)));
    }
  }

  private static double reference(Side reference) {
    var sample = reference.round();
    sample
        .fault()
        .ifPresent(
            fault -> {
              throw new WrongResults(reference.name(), fault);
            });
    return sample.value();
  }

  private record Drained(long backlog, double seconds) {}

  private static Drained outage(Stage stage, MissionService service, Duration away) {
    var ids = new ConcurrentLinkedQueue<String>();
    awaitDrained(service);
    service.topic().mark();
    stage.kafka().killForcibly();
    var outcome =
        new Load(
                service.server().port(),
                CONNECTIONS,
                number -> service.draft(),
                (number, answer) -> CommandSide.drafted(answer, ids))
            .open(COMMANDS_PER_SECOND, away);
    stage.kafka().restart();
    long back = System.nanoTime();
    awaitDrained(service);
    double seconds = (System.nanoTime() - back) / 1e9;
    outcome
        .fault()
        .or(() -> service.topic().check(ids).fault())
        .ifPresent(
            fault -> {
              throw new WrongResults(Measured.MISSIONS.name(), fault);
            });
    return new Drained(outcome.answers(), seconds);
  }

  private static Load load(MissionService service) {
    return new Load(
        service.server().port(), CONNECTIONS, number -> service.draft(), Load.Judge.status(201));
  }

  private static void awaitDrained(MissionService service) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!service.isDrained()) {
      if (System.nanoTime() > deadline) {
        throw new WrongResults(Measured.MISSIONS.name(), "not drained within " + PATIENCE);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
