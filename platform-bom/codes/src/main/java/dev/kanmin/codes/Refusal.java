package dev.kanmin.codes;

/** The one sentence with which every value type of this package refuses a value. */
final class Refusal {
  private static final int LONGEST_QUOTE = 60;

  private Refusal() {}

  static IllegalArgumentException of(String what, String value, String expected) {
    return new IllegalArgumentException(
        "'" + quoted(value) + "' is not " + what + ": expected " + expected);
  }

  /** Hostile input may be megabytes long: the message names enough of it to be found. */
  private static String quoted(String value) {
    return value.length() <= LONGEST_QUOTE ? value : value.substring(0, LONGEST_QUOTE) + "…";
  }
}
