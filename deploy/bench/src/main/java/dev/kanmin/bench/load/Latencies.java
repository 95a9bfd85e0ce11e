package dev.kanmin.bench.load;

import java.util.Arrays;
import java.util.LongSummaryStatistics;
import java.util.concurrent.atomic.AtomicInteger;

/** Times of single operations, exactly; safe for several threads. */
public final class Latencies {
  private static final double NANOS_PER_MILLI = 1e6;

  private final long[] nanos;
  private final AtomicInteger count = new AtomicInteger();

  /**
   * Room for so many; more are counted but not kept.
   *
   * @param capacity of at least 1
   */
  public Latencies(int capacity) {
    this.nanos = new long[capacity];
  }

  public void add(long tookNanos) {
    int index = count.getAndIncrement();
    if (index < nanos.length) {
      nanos[index] = tookNanos;
    }
  }

  /** How many were added. */
  public int count() {
    return count.get();
  }

  /**
   * The smallest time that is not below that share of all, in milliseconds.
   *
   * @param share such as 0.99
   * @throws IllegalStateException when there are none
   */
  public double percentileMillis(double share) {
    int kept = kept();
    if (kept == 0) {
      throw new IllegalStateException("nothing was timed");
    }
    var sorted = Arrays.copyOf(nanos, kept);
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(share * kept);
    return sorted[Math.max(0, rank - 1)] / NANOS_PER_MILLI;
  }

  /** All times in milliseconds, in the order in which they were added. */
  public double[] millis() {
    return Arrays.stream(nanos, 0, kept()).mapToDouble(took -> took / NANOS_PER_MILLI).toArray();
  }

  /** The longest time in milliseconds; 0 when there are none. */
  public double maxMillis() {
    LongSummaryStatistics all = Arrays.stream(nanos, 0, kept()).summaryStatistics();
    return all.getCount() == 0 ? 0 : all.getMax() / NANOS_PER_MILLI;
  }

  private int kept() {
    return Math.min(count.get(), nanos.length);
  }
}
