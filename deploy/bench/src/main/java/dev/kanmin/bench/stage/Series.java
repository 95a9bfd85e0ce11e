package dev.kanmin.bench.stage;

import dev.kanmin.bench.contest.Sample;
import dev.kanmin.bench.table.Figures;
import java.util.ArrayList;
import java.util.List;

/** The samples of one side, round by round. */
public final class Series {
  private final String name;
  private final List<Sample> samples = new ArrayList<>();

  Series(String name) {
    this.name = name;
  }

  void add(Sample sample) {
    samples.add(sample);
  }

  public List<Sample> samples() {
    return List.copyOf(samples);
  }

  /** The rounds' figures, with processor time where it was looked at. */
  public Figures figures() {
    return new Figures(name, samples.stream().map(Sample::value).toList(), cpuMicros());
  }

  /**
   * A further figure of the rounds.
   *
   * @throws IllegalArgumentException when a round has none of that name
   */
  public Figures figures(String detail) {
    return new Figures(
        name, samples.stream().map(sample -> detail(sample, detail)).toList(), cpuMicros());
  }

  private double detail(Sample sample, String detail) {
    var value = sample.details().get(detail);
    if (value == null) {
      throw new IllegalArgumentException(name + " has no figure " + detail);
    }
    return value;
  }

  private List<Double> cpuMicros() {
    return samples.stream().allMatch(sample -> sample.cpuMicros() > 0)
        ? samples.stream().map(Sample::cpuMicros).toList()
        : List.of();
  }
}
