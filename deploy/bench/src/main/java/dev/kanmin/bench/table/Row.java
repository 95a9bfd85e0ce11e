package dev.kanmin.bench.table;

import java.util.List;
import java.util.Optional;

/**
 * One line of the table.
 *
 * @param metric its number, such as {@code P1b} or {@code P1-embedded}
 * @param title what is measured
 * @param unit of both sides' figures
 * @param comparison empty when nothing was measured
 * @param note what a reader must know beside the figures; empty when nothing
 */
public record Row(
    String metric,
    String title,
    String unit,
    Optional<Comparison> comparison,
    Goal goal,
    Outcome outcome,
    String note) {

  /**
   * Two sides, measured in pairs.
   *
   * @param ratios ours divided by the other's, one per round
   */
  public record Comparison(Figures ours, Figures other, List<Double> ratios) {
    public double ratio() {
      return Statistics.median(ratios);
    }

    public double lowest() {
      return ratios.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    public double highest() {
      return ratios.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
  }

  /** A row that is judged by the median of the pairwise ratios. */
  public static Row compare(
      String metric, String title, String unit, Figures ours, Figures other, Goal goal) {
    var comparison = new Comparison(ours, other, Statistics.ratios(ours.values(), other.values()));
    return new Row(
        metric, title, unit, Optional.of(comparison), goal, judge(goal, comparison.ratio()), "");
  }

  /** A row of a metric that could not be measured here. */
  public static Row notRun(String metric, String title, String why) {
    return nothing(metric, title, new Outcome.NotRun(why));
  }

  /** A row of a metric whose results were wrong. */
  public static Row wrong(String metric, String title, String why) {
    return nothing(metric, title, new Outcome.Wrong(why));
  }

  /** The same with one thing more that a reader must know beside the figures. */
  public Row noting(String what) {
    var notes = note.isEmpty() ? what : note + "; " + what;
    return new Row(metric, title, unit, comparison, goal, outcome, notes);
  }

  /**
   * The same row as missed whatever its ratio, because a condition of its goal was not kept, which
   * the note names.
   */
  public Row missed(String why) {
    return new Row(metric, title, unit, comparison, goal, new Outcome.Missed(), note).noting(why);
  }

  private static Row nothing(String metric, String title, Outcome outcome) {
    return new Row(metric, title, "", Optional.empty(), Goal.none(), outcome, "");
  }

  private static Outcome judge(Goal goal, double ratio) {
    if (goal instanceof Goal.None) {
      return new Outcome.NoGoal();
    }
    return goal.isMetBy(ratio) ? new Outcome.Met() : new Outcome.Missed();
  }
}
