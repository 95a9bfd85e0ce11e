package dev.kanmin.bench;

import dev.kanmin.bench.stage.Progress;
import dev.kanmin.bench.stage.Stage;
import dev.kanmin.bench.table.Row;
import java.util.List;

/** One thing that is measured: one or several rows of the table. */
public interface Metric {

  /**
   * Its number, such as {@code P1} or {@code P1-embedded}; {@code ONLY=P1} chooses both. Its rows
   * begin with it.
   */
  String number();

  /** What is measured, in a few words. */
  String title();

  /**
   * Measures. What it starts it closes, or leaves to the stage.
   *
   * @throws dev.kanmin.bench.stage.NotPossibleHere when something it needs is not here
   * @throws dev.kanmin.bench.stage.WrongResults when a side's results were wrong
   */
  List<Row> run(Stage stage, Progress progress);
}
