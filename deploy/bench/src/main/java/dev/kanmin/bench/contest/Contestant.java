package dev.kanmin.bench.contest;

import java.time.Duration;

/**
 * One side of a comparison. It lives in a Java machine of its own for as long as its metric is
 * measured, so that its code is as warm in the last round as in the first.
 */
public interface Contestant extends AutoCloseable {

  /**
   * Does one round of work and checks its results. What the round needs is prepared before, and
   * checked after, the time that counts.
   */
  Sample round() throws Exception;

  /** Works under full load for at least so long; by default round after round. */
  default void warm(Duration atLeast) throws Exception {
    long end = System.nanoTime() + atLeast.toNanos();
    do {
      round();
    } while (System.nanoTime() < end);
  }

  @Override
  default void close() {}
}
