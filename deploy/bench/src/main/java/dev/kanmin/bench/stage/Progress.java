package dev.kanmin.bench.stage;

/** What the bench is at, told on the standard error: the standard output is the table's. */
public final class Progress {
  private final String metric;
  private final long began = System.nanoTime();

  public Progress(String metric) {
    this.metric = metric;
  }

  public void say(String what) {
    System.err.printf("%s %4d s  %s%n", metric, (System.nanoTime() - began) / 1_000_000_000, what);
  }
}
