package dev.kanmin.events.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.aggregates.CrashPlan;
import dev.kanmin.events.aggregates.CrashRuns;
import dev.kanmin.events.aggregates.Parts;
import dev.kanmin.events.aggregates.Verdict;
import dev.kanmin.infrastructure.faults.Campaign;
import dev.kanmin.infrastructure.faults.FaultLine;
import dev.kanmin.infrastructure.faults.Seed;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A service that follows another's topic dies at any step between record and committed offset: its
 * copies and reactions come out as if nothing had happened, and only what cannot be read is put
 * aside.
 */
class InboxCrashTest {

  @Test
  void a_listener_that_dies_at_some_steps_takes_every_event_once() throws Exception {
    assertThat(crash(50, Seed.choose()).told()).isEmpty();
  }

  @Test
  @Tag(Campaign.TAG)
  void a_listener_that_dies_at_every_step_takes_every_event_once() throws Exception {
    assertThat(crash(Campaign.size(250, 5_000), Seed.choose()).told()).isEmpty();
  }

  private static Verdict crash(int crashes, Seed seed) throws Exception {
    var tolls = new CrashPlan.Tolls<>(MortalListener.Step.class);
    var judgements = new AtomicInteger();
    Verdict verdict =
        CrashRuns.of(
            crashes,
            seed,
            (store, itsSeed, size) -> {
              try (var campaign = new ListenerCampaign(store, itsSeed, tolls)) {
                Verdict found = campaign.run(size);
                judgements.addAndGet(campaign.judgements());
                return found;
              }
            });
    new FaultLine(
            "crash between record and committed offset, in process",
            tolls.total(),
            verdict.findings(),
            "%d judgements, stores %s, at %s"
                .formatted(judgements.get(), Parts.stores().toList(), tolls),
            seed)
        .publish();
    return verdict;
  }
}
