package dev.kanmin.bench.stage;

import dev.kanmin.bench.contest.Sample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Rounds of several sides in turns (A, B, A, B …), after all of them are warm: what the machine
 * does meanwhile hits all sides alike, and the figures of one turn can be compared in pairs.
 */
public final class Rounds {
  private final Map<Side, Series> series;

  private Rounds(Map<Side, Series> series) {
    this.series = series;
  }

  /**
   * Warms the sides and plays the rounds.
   *
   * @throws WrongResults when the check of a round's results found them wrong
   */
  public static Rounds play(Effort effort, Progress progress, List<Side> sides) {
    sides.forEach(side -> WarmUp.of(side, effort, progress));
    var samples = new LinkedHashMap<Side, Series>();
    sides.forEach(side -> samples.put(side, new Series(side.name())));
    for (int round = 1; round <= effort.rounds(); round++) {
      for (var side : sides) {
        var sample = side.round();
        sample
            .fault()
            .ifPresent(
                fault -> {
                  throw new WrongResults(side.name(), fault);
                });
        progress.say("round %d of %s: %s".formatted(round, side.name(), told(sample)));
        Objects.requireNonNull(samples.get(side)).add(sample);
      }
    }
    return new Rounds(samples);
  }

  /** What a side did. */
  public Series of(Side side) {
    var found = series.get(side);
    if (found == null) {
      throw new IllegalArgumentException(side.name() + " did not take part");
    }
    return found;
  }

  private static String told(Sample sample) {
    return "%,.3f (%,d operations, %.1f µs each) %s"
        .formatted(sample.value(), sample.operations(), sample.cpuMicros(), sample.details());
  }
}
