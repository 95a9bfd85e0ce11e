package dev.kanmin.bench.stage;

import java.time.Duration;

/**
 * Full load until a side's Java machine has become what it will be. A service of twenty thousand
 * methods takes the optimizing compiler longer than forty seconds where it has to share two
 * processors, and rounds in which it still works compare compilers.
 */
final class WarmUp {
  /** Of one processor, over one {@link #LONGER}. */
  private static final double QUIET = 0.1;

  private static final Duration LONGER = Duration.ofSeconds(10);
  private static final int AT_MOST = 8;

  private WarmUp() {}

  static void of(Side side, Effort effort, Progress progress) {
    progress.say("warming " + side.name());
    side.warm(effort.warmUp());
    if (!effort.untilQuiet()) {
      return;
    }
    for (int times = 0; times < AT_MOST; times++) {
      var before = ProcessorTime.ofCompilers();
      long began = System.nanoTime();
      side.warm(LONGER);
      var compiling = ProcessorTime.ofCompilers().minus(before);
      double share = (double) compiling.toNanos() / (System.nanoTime() - began);
      if (share < QUIET) {
        return;
      }
      progress.say("its compiler still takes %.0f %% of a processor".formatted(share * 100));
    }
  }
}
