package dev.kanmin.bench.table;

import java.util.Locale;

/** What a ratio should be. */
public sealed interface Goal {

  /** Whether a ratio is good enough. */
  boolean isMetBy(double ratio);

  /** How it is shown. */
  String text();

  /** More is better: the ratio should reach the limit. */
  static Goal atLeast(double limit) {
    return new AtLeast(limit);
  }

  /** Less is better: the ratio should not pass the limit. */
  static Goal atMost(double limit) {
    return new AtMost(limit);
  }

  /** Shown for orientation. */
  static Goal none() {
    return new None();
  }

  /** See {@link #atLeast}. */
  record AtLeast(double limit) implements Goal {
    @Override
    public boolean isMetBy(double ratio) {
      return ratio >= limit;
    }

    @Override
    public String text() {
      return "≥ " + plain(limit);
    }
  }

  /** See {@link #atMost}. */
  record AtMost(double limit) implements Goal {
    @Override
    public boolean isMetBy(double ratio) {
      return ratio <= limit;
    }

    @Override
    public String text() {
      return "≤ " + plain(limit);
    }
  }

  /** See {@link #none}. */
  record None() implements Goal {
    @Override
    public boolean isMetBy(double ratio) {
      return true;
    }

    @Override
    public String text() {
      return "–";
    }
  }

  private static String plain(double number) {
    return number == Math.rint(number)
        ? Long.toString((long) number)
        : String.format(Locale.ROOT, "%s", number);
  }
}
