package dev.kanmin.proof;

import dev.kanmin.infrastructure.faults.Campaign;
import dev.kanmin.infrastructure.faults.TcpProxy;
import dev.kanmin.infrastructure.faults.TcpProxy.HalfOpen;
import dev.kanmin.infrastructure.faults.TcpProxy.LosingReplies;
import dev.kanmin.infrastructure.faults.TcpProxy.Mode;
import dev.kanmin.infrastructure.faults.TcpProxy.Passing;
import dev.kanmin.infrastructure.faults.TcpProxy.Refusing;
import dev.kanmin.infrastructure.faults.TcpProxy.Silent;
import dev.kanmin.infrastructure.faults.TcpProxy.Slow;
import dev.kanmin.testkit.Await;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The network between services, broker and store fails in each of the ways it can. */
@Tag(Campaign.TAG)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(90)
final class NetworkFaultTest {
  private static final int COMMANDS_PER_SECOND = 40;
  private static final int OFFICERS = 6;
  private static final int ANSWERS_BETWEEN = 40;
  private static final int LOST_REPLIES = Campaign.size(30, 10_000);
  private static final double LOST = 0.02;
  private static final Duration LOSING_PATIENCE =
      Campaign.isFull() ? Duration.ofHours(6) : Duration.ofMinutes(3);

  private static final int OUTAGES = Campaign.size(1, 20);

  /** Longer than the relay's producer waits for an acknowledgement, which is 10 s. */
  private static final Duration LONG = Duration.ofSeconds(Campaign.size(12, 60));

  private static final Duration SHORT = Duration.ofSeconds(Campaign.size(5, 20));
  private static final Duration DELAY = Duration.ofMillis(100);

  /**
   * The relay's producer gives a record up after 10 s without acknowledgement, and the sweep sends
   * it anew: that often within an outage, and at its ends.
   */
  private static final int COPIES_OF_AN_OUTAGE = (int) LONG.toSeconds() / 10 + 2;

  private ProxiedSystem proxied;

  @BeforeAll
  void start() {
    proxied = ProxiedSystem.start();
  }

  @AfterAll
  void stop() {
    proxied.close();
  }

  @Test
  void a_reply_of_the_store_that_is_lost_changes_nothing() {
    var store = proxied.toStore();
    try (var run = begin("replies of the %s store lost under load")) {
      var traffic = run.load(COMMANDS_PER_SECOND, OFFICERS);
      var before = store.lostReplies();
      store.become(new LosingReplies(LOST));
      Await.until(
          LOST_REPLIES + " lost replies",
          LOSING_PATIENCE,
          () -> store.lostReplies() - before >= LOST_REPLIES);
      store.become(new Passing());
      run.injected(store.lostReplies() - before, 1);
      run.settle(traffic.stop());
    }
  }

  @Test
  void a_store_that_refuses_connections_costs_no_command() {
    outages("connections to the %s store refused", proxied.toStore(), SHORT, new Refusing(), 1);
  }

  @Test
  void a_store_that_does_not_answer_costs_no_command() {
    outages("%s store silent", proxied.toStore(), SHORT, new Silent(), 1);
  }

  @Test
  void a_slow_store_costs_no_command() {
    outages("%s store slow by 100 ms each way", proxied.toStore(), SHORT, new Slow(DELAY), 1);
  }

  @Test
  void a_broker_that_refuses_connections_costs_no_event() {
    outages("connections to the broker refused", proxied.toKafka(), LONG, new Refusing(), 2);
  }

  @Test
  void a_broker_that_takes_records_and_never_says_so_costs_no_event() {
    outages("broker half-open", proxied.toKafka(), LONG, new HalfOpen(), COPIES_OF_AN_OUTAGE);
  }

  @Test
  void a_slow_broker_costs_no_event() {
    outages("broker slow by 100 ms each way", proxied.toKafka(), SHORT, new Slow(DELAY), 1);
  }

  private void outages(String fault, TcpProxy network, Duration length, Mode mode, int mostCopies) {
    try (var run = begin(fault + " for " + length.toSeconds() + " s")) {
      var traffic = run.load(COMMANDS_PER_SECOND, OFFICERS);
      for (int outage = 0; outage < OUTAGES; outage++) {
        traffic.awaitAnswers(ANSWERS_BETWEEN, "before outage " + outage);
        network.become(mode);
        try {
          var end = System.nanoTime() + length.toNanos();
          Await.until("the outage to last", length.multipliedBy(2), () -> System.nanoTime() > end);
        } finally {
          network.become(new Passing());
        }
        run.injected(mostCopies);
      }
      traffic.awaitAnswers(ANSWERS_BETWEEN, "after the last outage");
      run.settle(traffic.stop());
    }
  }

  private FaultRun begin(String fault) {
    return FaultRun.begin(proxied.system(), fault.formatted(proxied.store().kind().word()));
  }
}
