package dev.kanmin.proof;

import java.util.Random;

/** Where the chance of a test comes from: a number that is printed and can be given again. */
record Seed(long value) {
  /** {@code -Dproof.seed=…} repeats the choices of a run. */
  static final String PROPERTY = "proof.seed";

  static Seed choose() {
    return new Seed(Long.getLong(PROPERTY, System.nanoTime() & 0xffff_ffffL));
  }

  /** Independent of the chance of every other purpose. */
  Random random(String purpose) {
    return new Random(value * 31 + purpose.hashCode());
  }

  @Override
  public String toString() {
    return "seed " + value;
  }
}
