package dev.kanmin.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.infrastructure.StoreKind;
import dev.kanmin.infrastructure.faults.Campaign;
import dev.kanmin.infrastructure.faults.FaultLine;
import dev.kanmin.infrastructure.faults.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A service dies at any step between command and topic, again and again; its successors find on
 * store and topic what was promised, and nothing else. Every crash counted is a process given up at
 * its planned step while clients were being served.
 */
class RelayCrashTest {
  private static final int CRASHES_OF_A_CAMPAIGN = 25;

  /** Waiting for store and broker is most of what a campaign does. */
  private static final int AT_ONCE = 4;

  @Test
  void a_service_that_dies_at_some_steps_keeps_what_it_promised() throws Exception {
    assertThat(crash(100).told()).isEmpty();
  }

  @Test
  @Tag(Campaign.TAG)
  void a_service_that_dies_at_every_step_keeps_what_it_promised() throws Exception {
    assertThat(crash(Campaign.size(2_000, 20_000)).told()).isEmpty();
  }

  private static Verdict crash(int crashes) throws Exception {
    Seed seed = Seed.choose();
    List<StoreKind> stores = Parts.stores().toList();
    var tolls = new CrashPlan.Tolls();
    var judgements = new AtomicInteger();
    var answers = new AtomicInteger();
    List<Callable<Verdict>> campaigns = new ArrayList<>();
    for (int begun = 0; begun < crashes; begun += CRASHES_OF_A_CAMPAIGN) {
      int size = Math.min(CRASHES_OF_A_CAMPAIGN, crashes - begun);
      int number = campaigns.size();
      campaigns.add(
          () -> {
            try (var campaign =
                new CrashCampaign(
                    stores.get(number % stores.size()),
                    seed.random("campaign " + number).nextLong(),
                    () -> MortalTallies.Build.CORRECT,
                    tolls)) {
              Verdict verdict = campaign.run(size, found -> !found.violated().isEmpty());
              judgements.addAndGet(campaign.judgements());
              answers.addAndGet(campaign.answers());
              return verdict;
            }
          });
    }
    Verdict verdict = new Verdict();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (Future<Verdict> one : threads.invokeAll(campaigns)) {
        verdict.add(one.get());
      }
    }
    new FaultLine(
            "crash between command and topic, in process",
            tolls.total(),
            verdict.findings(),
            "%d judgements, %d answers, stores %s, at %s"
                .formatted(judgements.get(), answers.get(), stores, tolls),
            seed)
        .publish();
    return verdict;
  }
}
