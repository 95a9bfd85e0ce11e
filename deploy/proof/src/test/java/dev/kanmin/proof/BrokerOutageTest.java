package dev.kanmin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.infrastructure.faults.Campaign;
import dev.kanmin.proof.Signals.Signal;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Kafka is ended under load, or only stands still: commands go on being taken. */
@ExtendWith(SharedSystem.class)
@Tag(Campaign.TAG)
@Order(60)
final class BrokerOutageTest {
  /** How often the broker is ended; every third time in an orderly way. */
  private static final int ENDS = Campaign.size(2, 100);

  private static final int HALTS = Campaign.size(1, 20);
  private static final int COMMANDS_PER_SECOND = 40;
  private static final int OFFICERS = 6;
  private static final int ANSWERS_MEANWHILE = 50;

  /**
   * An acknowledgement may be lost with the broker; while it is away, the relay's producer gives a
   * record up after 10 s and the sweep begins anew, which may happen twice before it is back.
   */
  private static final int MOST_COPIES = 2;

  @Test
  void commands_are_taken_while_kafka_is_down_and_their_events_arrive_later(LocalSystem system) {
    try (var run = FaultRun.begin(system, "kill -9 and SIGTERM of the broker under load")) {
      var traffic = run.load(COMMANDS_PER_SECOND, OFFICERS);
      for (int round = 0; round < ENDS; round++) {
        traffic.awaitAnswers(ANSWERS_MEANWHILE, "before outage " + round);
        var ended = system.signals().send(round % 3 == 1 ? Signal.TERM : Signal.KILL, "kafka");
        traffic.awaitAnswers(ANSWERS_MEANWHILE, "while Kafka is down");
        assertThat(system.state().process("kafka").pid()).as("still down").isEqualTo(ended);
        system.awaitSuccessor("kafka", ended);
        run.injected(MOST_COPIES);
      }
      run.settle(traffic.stop());
    }
  }

  @Test
  void commands_are_taken_while_kafka_stands_still(LocalSystem system) {
    try (var run = FaultRun.begin(system, "SIGSTOP of the broker under load")) {
      var traffic = run.load(COMMANDS_PER_SECOND, OFFICERS);
      for (int round = 0; round < HALTS; round++) {
        traffic.awaitAnswers(ANSWERS_MEANWHILE, "before Kafka stands still");
        var halted = system.signals().send(Signal.STOP, "kafka");
        try {
          traffic.awaitAnswers(ANSWERS_MEANWHILE, "while Kafka stands still");
        } finally {
          Signals.send(Signal.CONT, halted);
        }
        run.injected(MOST_COPIES);
      }
      run.settle(traffic.stop());
    }
  }
}
