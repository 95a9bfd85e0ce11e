package dev.kanmin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.infrastructure.faults.Campaign;
import dev.kanmin.proof.Signals.Signal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The store's process is killed under load: what was acknowledged must be there afterwards. */
@ExtendWith(SharedSystem.class)
@Tag(Campaign.TAG)
@Order(70)
final class KilledStoreTest {
  private static final int KILLS = Campaign.size(3, 100);
  private static final int COMMANDS_PER_SECOND = 40;
  private static final int OFFICERS = 6;
  private static final int ANSWERS_BETWEEN = 60;

  @Test
  void what_the_store_of_make_run_acknowledged_survives_its_death(LocalSystem system) {
    killUnderLoad(system);
  }

  @Test
  void what_the_embedded_store_acknowledged_survives_its_death_and_a_restart_of_everything() {
    try (var system = LocalSystem.start("embedded", Map.of("KANMIN_STORE", "embedded"))) {
      assertThat(system.state().store().kind()).isEqualTo("embedded");
      var ledger = killUnderLoad(system);
      system.restart();
      try (var run =
          FaultRun.begin(
              system, "everything stopped and started on the data of the embedded store")) {
        run.injected(0);
        run.settle(ledger);
      }
    }
  }

  private static Ledger killUnderLoad(LocalSystem system) {
    var kind = system.state().store().kind();
    try (var run = FaultRun.begin(system, "kill -9 of the %s store under load".formatted(kind))) {
      var traffic = run.load(COMMANDS_PER_SECOND, OFFICERS);
      var killer = new Killer(system, run.seed());
      for (int kill = 0; kill < KILLS; kill++) {
        traffic.awaitAnswers(ANSWERS_BETWEEN, "before kill " + kill);
        killer.end(List.of("store"), Signal.KILL, kill);
        run.injected(1);
      }
      traffic.awaitAnswers(ANSWERS_BETWEEN, "after the last kill");
      var ledger = traffic.stop();
      run.settle(ledger);
      return ledger;
    }
  }
}
