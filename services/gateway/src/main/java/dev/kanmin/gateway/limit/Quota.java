package dev.kanmin.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * A quota for each client of one kind: units flow in at a steady rate, up to a burst. So many
 * clients are remembered and no more; one that is forgotten had a full quota, or gets one.
 */
final class Quota {
  private static final int MOST_CLIENTS = 10_000;

  private final String name;
  private final int perSecond;
  private final int burst;
  private final Duration whole;
  private final Cache<String, Bucket> buckets;

  /**
   * What came of taking units.
   *
   * @param remaining of the burst, after it
   * @param pause until there is as much as was asked for; zero when it was given
   */
  record Taken(long remaining, Duration pause) {
    boolean isGranted() {
      return pause.isZero();
    }
  }

  Quota(String name, int perSecond, int burst) {
    this.name = name;
    this.perSecond = perSecond;
    this.burst = burst;
    this.whole = Duration.ofSeconds(Math.ceilDiv(burst, perSecond));
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_CLIENTS)
            .expireAfterAccess(whole.plusSeconds(1))
            .build();
  }

  String name() {
    return name;
  }

  /** As an item of {@code RateLimit-Policy}: the burst and the time in which it fills. */
  String policy() {
    return "\"" + name + "\";q=" + burst + ";w=" + whole.toSeconds();
  }

  /** Takes as many units, or none. */
  Taken take(String client, int units) {
    ConsumptionProbe probe =
        buckets.get(client, _ -> newBucket()).tryConsumeAndReturnRemaining(Math.min(units, burst));
    return new Taken(
        probe.getRemainingTokens(),
        probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private Bucket newBucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
        .build();
  }
}
