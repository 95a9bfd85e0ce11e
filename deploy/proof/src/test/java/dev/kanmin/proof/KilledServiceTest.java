package dev.kanmin.proof;

import dev.kanmin.infrastructure.faults.Campaign;
import dev.kanmin.proof.Signals.Signal;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Services that are ended under load, all of them side by side, again and again. */
@ExtendWith(SharedSystem.class)
@Tag(Campaign.TAG)
@Order(50)
final class KilledServiceTest {
  /**
   * How often each program is ended: killed first, then in an orderly way, then killed twice, and
   * so on.
   */
  private static final int ENDS = Campaign.size(2, 100);

  private static final int COMMANDS_PER_SECOND = 40;
  private static final int OFFICERS = 9;
  private static final int ANSWERS_BETWEEN = 40;

  @Test
  void services_that_are_killed_under_load_lose_nothing_and_do_nothing_twice(LocalSystem system) {
    try (var run = FaultRun.begin(system, "kill -9 and SIGTERM of each service under load")) {
      var traffic = run.load(COMMANDS_PER_SECOND, OFFICERS);
      var killer = new Killer(system, run.seed());
      for (int round = 0; round < ENDS; round++) {
        traffic.awaitAnswers(ANSWERS_BETWEEN, "before round " + round);
        killer.end(Services.PROGRAMS, round % 3 == 1 ? Signal.TERM : Signal.KILL, round);
        run.injected(Services.PROGRAMS.size(), 1);
      }
      run.settle(traffic.stop());
    }
  }
}
