package dev.kanmin.proof;

import dev.kanmin.infrastructure.faults.Campaign;
import dev.kanmin.proof.Signals.Signal;
import dev.kanmin.testkit.Await;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two instances of a service take commands and relay side by side on one store; one stands still,
 * the other finishes what it began, and then the first goes on where it was.
 */
@ExtendWith(SharedSystem.class)
@Tag(Campaign.TAG)
@Order(80)
final class StoppedRelayTest {
  private static final String SERVICE = Services.MISSIONS.name();
  private static final int STOPS = Campaign.size(4, 200);
  private static final int COMMANDS_PER_SECOND = 40;
  private static final int OFFICERS = 9;
  private static final int ANSWERS_BETWEEN = 60;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Of an event that both relays found waiting, and once more by the one that woke up. */
  private static final int MOST_COPIES = 2;

  @Test
  void a_relay_that_stands_still_and_goes_on_does_not_disturb_its_successor(LocalSystem system) {
    try (var second = ExtraInstance.of(system, SERVICE);
        var run = FaultRun.begin(system, "SIGSTOP of one of two relays, under load on both")) {
      var first = system.state().process(SERVICE);
      var doors = new Doors(List.of(system.api(), second.api()), system.api());
      var traffic = run.load(doors, COMMANDS_PER_SECOND, OFFICERS);
      for (int stop = 0; stop < STOPS; stop++) {
        traffic.awaitAnswers(ANSWERS_BETWEEN, "before stop " + stop);
        var stopsFirst = stop % 2 == 0;
        stopped(
            system,
            stopsFirst ? first.pid() : second.pid(),
            stopsFirst ? second.address() : first.address());
        run.injected(MOST_COPIES);
      }
      run.settle(traffic.stop());
    }
  }

  /** Until the other one has sent everything that was written before the stop. */
  private static void stopped(LocalSystem system, long relay, String successor) {
    Signals.send(Signal.STOP, relay);
    var since = System.nanoTime();
    try {
      Await.until(
          "the successor to send what the relay that stands still has left",
          PATIENCE,
          () -> oldestUnsentMillis(system, successor) < (System.nanoTime() - since) / 1_000_000);
    } finally {
      Signals.send(Signal.CONT, relay);
    }
  }

  private static long oldestUnsentMillis(LocalSystem system, String service) {
    return system
        .api()
        .attempt(Request.get(URI.create(service + "/internal/relay")))
        .filter(answer -> answer.status() == 200)
        .map(answer -> answer.json().required("oldestMillis").asLong())
        .orElse(Long.MAX_VALUE);
  }
}
