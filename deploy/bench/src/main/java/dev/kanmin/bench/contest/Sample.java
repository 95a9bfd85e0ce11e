package dev.kanmin.bench.contest;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one side did in one round.
 *
 * @param value the figure of the round, in the metric's unit
 * @param operations how many operations it was taken from
 * @param cpuMicros processor time of the side's own process per operation, in microseconds; 0 when
 *     the metric does not look at it
 * @param fault what the check of the round's results found wrong; such a figure is void
 * @param details further figures by name, such as {@code p99}
 */
public record Sample(
    double value,
    long operations,
    double cpuMicros,
    Optional<String> fault,
    Map<String, Double> details) {

  /** A sample whose results were right, without further figures. */
  public static Sample of(double value, long operations, double cpuMicros) {
    return new Sample(value, operations, cpuMicros, Optional.empty(), Map.of());
  }

  /** The same with the outcome of the check of its results: empty when they are right. */
  public Sample checked(Optional<String> found) {
    return new Sample(value, operations, cpuMicros, found, details);
  }

  /** The same with further figures. */
  public Sample with(Map<String, Double> further) {
    return new Sample(value, operations, cpuMicros, fault, further);
  }

  /** One line of JSON. */
  public String toJson() {
    return JsonMapper.shared().writeValueAsString(this);
  }

  /** Reads what {@link #toJson} has written. */
  public static Sample fromJson(String line) {
    return JsonMapper.shared().readValue(line, Sample.class);
  }
}
