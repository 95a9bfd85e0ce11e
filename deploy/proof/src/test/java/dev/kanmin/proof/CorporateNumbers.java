package dev.kanmin.proof;

import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Corporate numbers (法人番号) that nobody has, each with the check digit that it must have. */
final class CorporateNumbers {
  private static final int DIGITS = 12;

  private CorporateNumbers() {}

  /** One from 9999 upward, which the tax agency has not given out, and likely no other test. */
  static String any() {
    var rest = "999%09d".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000));
    var sum =
        IntStream.rangeClosed(1, DIGITS)
            .map(n -> (rest.charAt(DIGITS - n) - '0') * (n % 2 == 1 ? 1 : 2))
            .sum();
    return 9 - sum % 9 + rest;
  }
}
