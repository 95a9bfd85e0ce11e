package dev.kanmin.events.aggregates;

import dev.kanmin.infrastructure.StoreKind;
import dev.kanmin.infrastructure.faults.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Any number of crashes, in campaigns of some each, on every store at hand. */
public final class CrashRuns {
  private static final int CRASHES_OF_A_CAMPAIGN = 25;

  /** Waiting for store and broker is most of what a campaign does. */
  private static final int AT_ONCE = 4;

  private CrashRuns() {}

  /** A campaign on a store and topic of its own. */
  public interface Campaign {
    Verdict run(StoreKind store, long seed, int crashes);
  }

  public static Verdict of(int crashes, Seed seed, Campaign campaign) throws Exception {
    List<StoreKind> stores = Parts.stores().toList();
    List<Callable<Verdict>> campaigns = new ArrayList<>();
    for (int begun = 0; begun < crashes; begun += CRASHES_OF_A_CAMPAIGN) {
      int size = Math.min(CRASHES_OF_A_CAMPAIGN, crashes - begun);
      int number = campaigns.size();
      long itsSeed = seed.random("campaign " + number).nextLong();
      campaigns.add(() -> campaign.run(stores.get(number % stores.size()), itsSeed, size));
    }
    Verdict verdict = new Verdict();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (Future<Verdict> one : threads.invokeAll(campaigns)) {
        verdict.add(one.get());
      }
    }
    return verdict;
  }
}
