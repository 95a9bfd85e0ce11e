package dev.kanmin.proof;

import java.util.stream.LongStream;

/** Times in milliseconds. */
record Percentiles(double p50, double p90, double p99, double max) {

  static Percentiles ofNanos(LongStream nanos) {
    var sorted = nanos.sorted().toArray();
    return new Percentiles(at(sorted, 0.5), at(sorted, 0.9), at(sorted, 0.99), at(sorted, 1));
  }

  /** The smallest sample that is not below that share of all. */
  private static double at(long[] sorted, double share) {
    var rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(0, rank - 1)] / 1e6;
  }

  String json() {
    return "{\"p50\": %.1f, \"p90\": %.1f, \"p99\": %.1f, \"max\": %.1f}"
        .formatted(p50, p90, p99, max);
  }

  @Override
  public String toString() {
    return "p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms".formatted(p50, p90, p99, max);
  }
}
