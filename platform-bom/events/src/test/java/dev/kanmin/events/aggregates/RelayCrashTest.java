package dev.kanmin.events.aggregates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.infrastructure.faults.Campaign;
import dev.kanmin.infrastructure.faults.FaultLine;
import dev.kanmin.infrastructure.faults.Seed;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A service dies at any step between command and topic, again and again; its successors find on
 * store and topic what was promised, and nothing else. Every crash counted is a process given up at
 * its planned step while clients were being served.
 */
class RelayCrashTest {

  @Test
  void a_service_that_dies_at_some_steps_keeps_what_it_promised() throws Exception {
    assertThat(crash(100, Seed.choose()).told()).isEmpty();
  }

  @Test
  @Tag(Campaign.TAG)
  void a_service_that_dies_at_every_step_keeps_what_it_promised() throws Exception {
    assertThat(crash(Campaign.size(2_600, 22_000), Seed.choose()).told()).isEmpty();
  }

  private static Verdict crash(int crashes, Seed seed) throws Exception {
    var tolls = new CrashPlan.Tolls<>(RelaySteps.Step.class);
    var judgements = new AtomicInteger();
    var answers = new AtomicInteger();
    Verdict verdict =
        CrashRuns.of(
            crashes,
            seed,
            (store, itsSeed, size) -> {
              try (var campaign =
                  new CrashCampaign(store, itsSeed, () -> MortalTallies.Build.CORRECT, tolls)) {
                Verdict found = campaign.run(size, any -> !any.violated().isEmpty());
                judgements.addAndGet(campaign.judgements());
                answers.addAndGet(campaign.answers());
                return found;
              }
            });
    new FaultLine(
            "crash between command and topic, in process",
            tolls.total(),
            verdict.findings(),
            "%d judgements, %d answers, stores %s, at %s"
                .formatted(judgements.get(), answers.get(), Parts.stores().toList(), tolls),
            seed)
        .publish();
    return verdict;
  }
}
