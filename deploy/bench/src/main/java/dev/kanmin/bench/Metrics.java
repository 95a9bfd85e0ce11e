package dev.kanmin.bench;

import java.util.List;

/** All metrics, in the order of the table. */
final class Metrics {
  static final List<Metric> ALL = List.of();

  private Metrics() {}
}
