package dev.kanmin.bench.table;

/** How a row ends. */
public sealed interface Outcome {

  /** The last word of the row. */
  String text();

  /** The goal was reached. */
  record Met() implements Outcome {
    @Override
    public String text() {
      return "met";
    }
  }

  /** The goal was not reached. */
  record Missed() implements Outcome {
    @Override
    public String text() {
      return "missed";
    }
  }

  /** The row is for orientation. */
  record NoGoal() implements Outcome {
    @Override
    public String text() {
      return "no goal";
    }
  }

  /**
   * Something that the metric needs is not here.
   *
   * @param why in a few words
   */
  record NotRun(String why) implements Outcome {
    @Override
    public String text() {
      return "not run: " + why;
    }
  }

  /**
   * The check of the results found them wrong, so the figures mean nothing and the bench fails.
   *
   * @param why what was wrong
   */
  record Wrong(String why) implements Outcome {
    @Override
    public String text() {
      return "void: " + why + ": missed";
    }
  }
}
