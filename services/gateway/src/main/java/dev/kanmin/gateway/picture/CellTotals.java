package dev.kanmin.gateway.picture;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What a cell or a sum adds up to.
 *
 * @param kinds what is in it, each subject once, in the order of kinds; those of nothing are left
 *     out
 * @param figures exact, per kind and unit; zero sums are left out
 * @param undivided subjects with figures of which some could not be given here
 * @param overlapping subjects with figures that are given to another field as well
 */
public record CellTotals(
    List<KindCount> kinds,
    SortedMap<FigureSlot, BigDecimal> figures,
    int undivided,
    int overlapping) {

  /** Subjects of one kind. */
  public record KindCount(String kind, int live, int ended) {
    static KindCount of(Map.Entry<String, int[]> counted) {
      return new KindCount(counted.getKey(), counted.getValue()[0], counted.getValue()[1]);
    }
  }

  public int live() {
    return kinds.stream().mapToInt(KindCount::live).sum();
  }

  public int ended() {
    return kinds.stream().mapToInt(KindCount::ended).sum();
  }

  public boolean isEmpty() {
    return kinds.isEmpty();
  }
}
