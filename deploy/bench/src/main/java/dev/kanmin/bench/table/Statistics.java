package dev.kanmin.bench.table;

import java.util.ArrayList;
import java.util.List;

/** Arithmetic on the figures of rounds. */
public final class Statistics {
  private Statistics() {}

  /**
   * The middle figure; of an even number of them the mean of the two in the middle.
   *
   * @throws IllegalArgumentException when there are none
   */
  public static double median(List<Double> figures) {
    if (figures.isEmpty()) {
      throw new IllegalArgumentException("no figures, no median");
    }
    var sorted = figures.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /**
   * Ours divided by theirs, round by round.
   *
   * @throws IllegalArgumentException when one side has more rounds than the other
   */
  public static List<Double> ratios(List<Double> ours, List<Double> theirs) {
    requireSameLength(ours, theirs);
    var ratios = new ArrayList<Double>(ours.size());
    for (int round = 0; round < ours.size(); round++) {
      ratios.add(ours.get(round) / theirs.get(round));
    }
    return ratios;
  }

  /** The lower of two figures, round by round: the limit that binds when two stand in series. */
  public static List<Double> lower(List<Double> one, List<Double> other) {
    requireSameLength(one, other);
    var lower = new ArrayList<Double>(one.size());
    for (int round = 0; round < one.size(); round++) {
      lower.add(Math.min(one.get(round), other.get(round)));
    }
    return lower;
  }

  private static void requireSameLength(List<Double> one, List<Double> other) {
    if (one.size() != other.size()) {
      throw new IllegalArgumentException(
          "rounds are compared in pairs, but there are %d and %d"
              .formatted(one.size(), other.size()));
    }
  }
}
