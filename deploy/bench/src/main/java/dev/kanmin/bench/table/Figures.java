package dev.kanmin.bench.table;

import java.util.List;

/**
 * One side's figures in a row.
 *
 * @param name of the side
 * @param values one per round, in the row's unit
 * @param cpuMicros processor time per operation in microseconds, one per round; empty when the
 *     metric does not look at it
 */
public record Figures(String name, List<Double> values, List<Double> cpuMicros) {

  public double median() {
    return Statistics.median(values);
  }
}
