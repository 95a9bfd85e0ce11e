package dev.kanmin.events.aggregates;

import dev.kanmin.infrastructure.faults.FaultLine.Finding;
import dev.kanmin.infrastructure.faults.Invariant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each invariant found, over any number of judgements. */
public final class Verdict {
  private static final int TOLD = 5;

  private final Map<Invariant, Long> judged = new EnumMap<>(Invariant.class);
  private final Map<Invariant, String> units = new EnumMap<>(Invariant.class);
  private final Map<Invariant, Long> violations = new EnumMap<>(Invariant.class);
  private final List<String> told = new ArrayList<>();

  public synchronized void judged(Invariant invariant, long count, String unit) {
    judged.merge(invariant, count, Long::sum);
    units.put(invariant, unit);
  }

  public synchronized void violated(Invariant invariant, String what) {
    violations.merge(invariant, 1L, Long::sum);
    if (told.size() < TOLD) {
      told.add(invariant + ": " + what);
    }
  }

  public synchronized void add(Verdict other) {
    other.judged.forEach(
        (invariant, count) -> judged(invariant, count, other.units.get(invariant)));
    other.violations.forEach((invariant, count) -> violations.merge(invariant, count, Long::sum));
    other.told.stream().limit(TOLD - Math.min(TOLD, told.size())).forEach(told::add);
  }

  public synchronized Set<Invariant> violated() {
    return violations.isEmpty() ? Set.of() : EnumSet.copyOf(violations.keySet());
  }

  public synchronized List<Finding> findings() {
    return judged.entrySet().stream()
        .map(
            entry ->
                new Finding(
                    entry.getKey(),
                    violations.getOrDefault(entry.getKey(), 0L),
                    entry.getValue() + " " + units.get(entry.getKey())))
        .toList();
  }

  /** The first violations in words; empty when there are none. */
  public synchronized List<String> told() {
    return List.copyOf(told);
  }
}
