package dev.kanmin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.infrastructure.faults.Campaign;
import dev.kanmin.infrastructure.faults.Seed;
import dev.kanmin.proof.Signals.Signal;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Kafka is killed under load, and once only stands still. */
@ExtendWith(SharedSystem.class)
@Order(60)
@Tag(Campaign.TAG)
final class BrokerOutageTest {
  private static final int COMMANDS_PER_SECOND = 40;
  private static final int OFFICERS = 6;
  private static final int ANSWERS_MEANWHILE = 50;

  @Test
  void commands_are_taken_while_kafka_is_down_and_their_events_arrive_later(LocalSystem system) {
    var seed = Seed.choose();
    var traffic = Traffic.start(system, seed, COMMANDS_PER_SECOND, OFFICERS);
    var ledger = traffic.ledger();
    traffic.awaitAnswers(ANSWERS_MEANWHILE, "before the outage");

    var end = FeedLog.end(system);
    var killed = system.signals().send(Signal.KILL, "kafka");
    var since = System.nanoTime();
    traffic.awaitAnswers(ANSWERS_MEANWHILE, "while Kafka is down");
    assertThat(system.state().process("kafka").pid()).as("Kafka is still down").isEqualTo(killed);
    system.awaitSuccessor("kafka", killed);
    var outage = Duration.ofNanos(System.nanoTime() - since);

    var halted = system.signals().send(Signal.STOP, "kafka");
    try {
      traffic.awaitAnswers(ANSWERS_MEANWHILE, "while Kafka stands still");
    } finally {
      Signals.send(Signal.CONT, halted);
    }

    traffic.stop();
    var feed = Settlement.of(system, ledger);
    assertThat(feed.events().getLast().position()).isGreaterThan(end);
    Results.say(
        "Kafka killed once (%.1f s without it), halted once (%s): %s; at least %d of them while it was away; 0 of %d lost"
            .formatted(
                outage.toMillis() / 1000.0,
                seed,
                ledger,
                2 * ANSWERS_MEANWHILE,
                ledger.acknowledgedEvents().size()));
  }
}
