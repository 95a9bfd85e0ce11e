package dev.kanmin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.infrastructure.faults.Campaign;
import dev.kanmin.infrastructure.faults.Seed;
import dev.kanmin.proof.Signals.Signal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The store's process is killed under load: what was acknowledged must be there afterwards. */
@ExtendWith(SharedSystem.class)
@Order(70)
@Tag(Campaign.TAG)
final class KilledStoreTest {
  private static final int KILLS = Integer.getInteger("proof.kills.store", 2);
  private static final int COMMANDS_PER_SECOND = 40;
  private static final int OFFICERS = 6;
  private static final int ANSWERS_BETWEEN = 60;

  @Test
  void what_the_store_of_make_run_acknowledged_survives_its_death(LocalSystem system) {
    killUnderLoad(system, KILLS);
  }

  @Test
  void what_the_embedded_store_acknowledged_survives_its_death_and_a_restart_of_everything() {
    try (var system = LocalSystem.start("embedded", Map.of("KANMIN_STORE", "embedded"))) {
      assertThat(system.state().store().kind()).isEqualTo("embedded");
      var ledger = killUnderLoad(system, 1);

      system.restart();

      var feed = Settlement.of(system, ledger);
      var mission =
          ledger.subjects().stream().filter(id -> id.startsWith("msn_")).findFirst().orElseThrow();
      var last = feed.bySubject().get(mission).getLast();
      var shown = system.api().send("jetro", Request.get("/v1/missions/" + mission)).expect(200);
      assertThat(shown.json().required("version").asLong()).isEqualTo(last.sequence());
      Results.say(
          "stopped and started again on the same data: %d events are there as before"
              .formatted(feed.events().size()));
    }
  }

  private static Ledger killUnderLoad(LocalSystem system, int kills) {
    var seed = Seed.choose();
    var traffic = Traffic.start(system, seed, COMMANDS_PER_SECOND, OFFICERS);
    var killer = new Killer(system, seed);
    for (int kill = 0; kill < kills; kill++) {
      traffic.awaitAnswers(ANSWERS_BETWEEN, "before kill " + kill);
      killer.end(List.of("store"), Signal.KILL, kill);
    }
    traffic.awaitAnswers(ANSWERS_BETWEEN, "after the last kill");
    var ledger = traffic.stop();
    Settlement.of(system, ledger);
    Results.say(
        "%s store killed %d times (%s): %s; 0 of %d lost"
            .formatted(
                system.state().store().kind(),
                kills,
                seed,
                ledger,
                ledger.acknowledgedEvents().size()));
    return ledger;
  }
}
