package dev.kanmin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.infrastructure.faults.Campaign;
import dev.kanmin.infrastructure.faults.Seed;
import dev.kanmin.proof.Signals.Signal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Services that are ended under load, all three of them side by side, again and again. */
@ExtendWith(SharedSystem.class)
@Order(50)
@Tag(Campaign.TAG)
final class KilledServiceTest {
  /** How often each service is ended; every third time in an orderly way. */
  private static final int ENDS = Integer.getInteger("proof.ends", 3);

  private static final int COMMANDS_PER_SECOND = 40;
  private static final int OFFICERS = 9;
  private static final int ANSWERS_BETWEEN = 60;

  @Test
  void services_that_are_killed_under_load_lose_nothing_and_do_nothing_twice(LocalSystem system) {
    var seed = Seed.choose();
    var signals =
        IntStream.range(0, ENDS).mapToObj(end -> end % 3 == 1 ? Signal.TERM : Signal.KILL).toList();
    var traffic = Traffic.start(system, seed, COMMANDS_PER_SECOND, OFFICERS);

    var killer = new Killer(system, seed);
    for (int round = 0; round < signals.size(); round++) {
      traffic.awaitAnswers(ANSWERS_BETWEEN, "before round " + round);
      killer.end(LocalSystem.SERVICES, signals.get(round), round);
    }

    var ledger = traffic.stop();
    var feed = Settlement.of(system, ledger);
    missionsAreAsTheirLastEvent(system, ledger, feed);
    Results.say(
        "killed services (%s): each of %s got %s; %s; the feed has every event once, in order; 0 of %d lost"
            .formatted(
                seed, LocalSystem.SERVICES, signals, ledger, ledger.acknowledgedEvents().size()));
  }

  /** What the service shows of a mission is what the feed says of it. */
  private static void missionsAreAsTheirLastEvent(LocalSystem system, Ledger ledger, FeedLog feed) {
    var bySubject = feed.bySubject();
    List<String> missions =
        ledger.subjects().stream().filter(subject -> subject.startsWith("msn_")).toList();
    assertThat(missions).isNotEmpty();
    for (var mission : missions) {
      var last = bySubject.get(mission).getLast();
      var shown = system.api().send("jetro", Request.get("/v1/missions/" + mission)).expect(200);
      assertThat(shown.json().required("version").asLong())
          .as("version of %s", mission)
          .isEqualTo(last.sequence());
    }
  }
}
