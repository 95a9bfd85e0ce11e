package dev.kanmin.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.infrastructure.ChildProcess;
import dev.kanmin.infrastructure.Conditions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real processes, which do nothing but wait. */
class SupervisorTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;
  private final AtomicInteger changes = new AtomicInteger();
  private final Supervisor supervisor =
      new Supervisor(changes::incrementAndGet, Supervisor.LONGEST_PAUSE);

  @AfterEach
  void stop() {
    supervisor.stopAll();
  }

  @Test
  void a_part_that_was_killed_is_started_again_as_often_as_it_dies() {
    var part = new Waiting("worker");
    supervisor.add(part.part());

    for (var kills = 1; kills <= 2; kills++) {
      var before = part.process.get();
      before.killForcibly();
      Conditions.await("another process", PATIENCE, () -> part.process.get() != before);
      assertThat(part.process.get().isAlive()).isTrue();
    }
    Conditions.await("the changes to be told", PATIENCE, () -> changes.get() == 3);
  }

  @Test
  void a_start_that_fails_is_tried_again() {
    var part = new Waiting("worker");
    part.failures.set(1);
    supervisor.add(part.part());
    var before = part.process.get();

    before.killForcibly();

    Conditions.await("another process", PATIENCE, () -> part.process.get() != before);
    assertThat(part.failures.get()).isNegative();
  }

  @Test
  void what_stands_on_another_is_stopped_before_it_and_stays_so() {
    var first = new Waiting("first", Part.Layer.INFRASTRUCTURE);
    var second = new Waiting("second", Part.Layer.SERVICES);
    supervisor.add(first.part());
    supervisor.add(second.part());
    var order = new StringBuffer();
    first.process.get().exit().thenRun(() -> order.append(" first")).exceptionally(failure -> null);
    second
        .process
        .get()
        .exit()
        .thenRun(() -> order.append(" second"))
        .exceptionally(failure -> null);

    supervisor.stopAll();

    Conditions.await("both to end", PATIENCE, () -> order.length() == " second first".length());
    assertThat(order).hasToString(" second first");
    assertThat(first.process.get().isAlive()).isFalse();
    assertThat(changes).hasValue(2);
  }

  /** A part whose process waits for its end. */
  private final class Waiting {
    final AtomicReference<ChildProcess> process = new AtomicReference<>();
    final AtomicInteger failures = new AtomicInteger();
    private final String name;
    private final Part.Layer layer;

    Waiting(String name) {
      this(name, Part.Layer.SERVICES);
    }

    Waiting(String name, Part.Layer layer) {
      this.name = name;
      this.layer = layer;
      process.set(start());
    }

    Part part() {
      return new Part(layer, name, "nowhere", "", process::get, this::restart);
    }

    private void restart() {
      if (failures.getAndDecrement() > 0) {
        throw new IllegalStateException(name + " does not start this time");
      }
      process.set(start());
    }

    private ChildProcess start() {
      return ChildProcess.start(
          name, List.of("tail", "-f", "/dev/null"), Map.of(), folder.resolve(name + ".log"));
    }
  }
}
