package dev.kanmin.bench.stage;

import java.time.Duration;

/**
 * How much is done for one figure.
 *
 * @param quick small sizes, a short warm-up, and one compiler: for daily use, not for quoting
 * @param warmUp of each side, under full load
 * @param untilQuiet whether the warm-up goes on until the compilers are quiet
 * @param rounds of each side, in turns
 */
public record Effort(boolean quick, Duration warmUp, boolean untilQuiet, int rounds) {
  public static final Effort FULL = new Effort(false, Duration.ofSeconds(40), true, 5);
  public static final Effort QUICK = new Effort(true, Duration.ofSeconds(2), false, 2);

  /** For rows that have no goal. */
  public Effort forOrientation() {
    return quick
        ? new Effort(true, Duration.ofSeconds(1), false, 1)
        : new Effort(false, Duration.ofSeconds(10), false, 3);
  }

  /** One of two sizes. */
  public int pick(int full, int quickly) {
    return quick ? quickly : full;
  }

  /** One of two durations in seconds. */
  public Duration seconds(int full, int quickly) {
    return Duration.ofSeconds(pick(full, quickly));
  }
}
