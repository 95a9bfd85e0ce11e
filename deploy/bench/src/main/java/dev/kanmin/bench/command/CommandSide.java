package dev.kanmin.bench.command;

import dev.kanmin.bench.contest.Sample;
import dev.kanmin.bench.load.HttpAnswer;
import dev.kanmin.bench.load.Load;
import dev.kanmin.bench.stage.Measured;
import dev.kanmin.bench.stage.Side;
import dev.kanmin.infrastructure.Conditions;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The ordinary service under as many commands as it can take: each checked, authorized, under a key
 * of its own, stored with its event, which the relay sends and removes meanwhile. The processor
 * time counts until the last event has been removed.
 */
final class CommandSide implements Side {
  /** The further figure of a sample: seconds from the last answer to empty outboxes. */
  static final String DRAINED_AFTER = "drained after";

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final MissionService service;
  private final int connections;
  private final Duration time;

  CommandSide(MissionService service, int connections, Duration time) {
    this.service = service;
    this.connections = connections;
    this.time = time;
  }

  @Override
  public String name() {
    return Measured.MISSIONS.name();
  }

  @Override
  public void warm(Duration atLeast) {
    load(atLeast, (number, answer) -> Optional.empty());
    awaitDrained();
  }

  @Override
  public Sample round() {
    var ids = new ConcurrentLinkedQueue<String>();
    // exact unless a store has died; to count one by one takes the embedded store's whole memory
    long before = service.missions().estimatedDocumentCount();
    service.topic().mark();
    long cpu = service.server().cpuMicros();
    var outcome = load(time, (number, answer) -> drafted(answer, ids));
    long answered = System.nanoTime();
    awaitDrained();
    double drainedAfter = (System.nanoTime() - answered) / 1e9;
    double cpuMicros = (service.server().cpuMicros() - cpu) / (double) outcome.answers();
    long stored = service.missions().estimatedDocumentCount() - before;
    return Sample.of(outcome.perSecond(), outcome.answers(), cpuMicros)
        .with(
            Map.of(
                "p50",
                outcome.times().percentileMillis(0.5),
                "p99",
                outcome.times().percentileMillis(0.99),
                DRAINED_AFTER,
                drainedAfter))
        .checked(outcome.fault().or(() -> check(ids, stored)));
  }

  private Load.Outcome load(Duration howLong, Load.Judge judge) {
    return new Load(service.server().port(), connections, number -> service.draft(), judge)
        .closed(howLong);
  }

  /** Keeps the id of the mission that the answer names. */
  static Optional<String> drafted(HttpAnswer answer, Collection<String> ids) {
    if (answer.status() != 201) {
      return Optional.of("answered " + answer.status() + ": " + answer.text());
    }
    answer
        .header("location")
        .map(location -> location.substring(location.lastIndexOf('/') + 1))
        .ifPresent(ids::add);
    return Optional.empty();
  }

  private Optional<String> check(Collection<String> ids, long stored) {
    return stored == ids.size()
        ? service.topic().check(ids).fault()
        : Optional.of("%d commands were answered, %d are stored".formatted(ids.size(), stored));
  }

  private void awaitDrained() {
    Conditions.await("the outboxes to be empty", PATIENCE, service::isDrained);
  }

  /** The service is closed by who started it. */
  @Override
  public void close() {}
}
