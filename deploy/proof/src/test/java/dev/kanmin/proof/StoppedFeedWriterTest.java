package dev.kanmin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.infrastructure.faults.Campaign;
import dev.kanmin.proof.Signals.Signal;
import dev.kanmin.testkit.Await;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two gateways, of which one writes the feed: it stands still, the other takes the feed over, and
 * the first wakes up in the belief that it still writes.
 */
@ExtendWith(SharedSystem.class)
@Tag(Campaign.TAG)
@Order(85)
final class StoppedFeedWriterTest {
  private static final int STOPS = Campaign.size(2, 200);
  private static final int COMMANDS_PER_SECOND = 40;
  private static final int OFFICERS = 6;
  private static final int ANSWERS_BETWEEN = 60;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private record Node(Api api, long pid) {
    boolean writes() {
      return api.attempt(Request.get("/status").header("Accept", "application/json"))
          .filter(answer -> answer.status() == 200)
          .filter(
              answer ->
                  answer
                      .json()
                      .path("writer")
                      .path("role")
                      .asString("")
                      .equalsIgnoreCase("copying"))
          .isPresent();
    }
  }

  @Test
  void a_writer_of_the_feed_that_wakes_up_after_its_successor_began_writes_nothing(
      LocalSystem system) {
    try (var second = ExtraInstance.of(system, "gateway");
        var run = FaultRun.begin(system, "SIGSTOP of the feed's writer while another takes over")) {
      var nodes =
          List.of(
              new Node(system.api(), system.state().process("gateway").pid()),
              new Node(second.api(), second.pid()));
      // past the gateways: one of them does not answer
      var traffic = run.load(Doors.services(system), COMMANDS_PER_SECOND, OFFICERS);
      for (int stop = 0; stop < STOPS; stop++) {
        traffic.awaitAnswers(ANSWERS_BETWEEN, "before stop " + stop);
        Await.until("one gateway to write", PATIENCE, () -> nodes.stream().anyMatch(Node::writes));
        stopped(nodes, traffic);
        run.injected(1);
      }
      run.settle(traffic.stop());
      bothShowTheSame(system, second.api());
    }
  }

  private static void stopped(List<Node> nodes, Traffic traffic) {
    var writer = nodes.stream().filter(Node::writes).findFirst().orElseThrow();
    var other = nodes.stream().filter(node -> node.pid() != writer.pid()).findFirst().orElseThrow();
    Signals.send(Signal.STOP, writer.pid());
    try {
      Await.until("the other gateway to write", PATIENCE, other::writes);
      traffic.awaitAnswers(ANSWERS_BETWEEN, "while the other gateway writes");
    } finally {
      Signals.send(Signal.CONT, writer.pid());
    }
  }

  private static void bothShowTheSame(LocalSystem system, Api second) {
    for (var cell : List.of("VN/endoscopy", "TH/endoscopy")) {
      var request = Request.get("/v1/cells/" + cell);
      Await.untilAsserted(
          PATIENCE,
          () ->
              assertThat(second.send("analyst", request).expect(200).json().path("sections"))
                  .isEqualTo(
                      system.api().send("analyst", request).expect(200).json().path("sections")));
    }
  }
}
