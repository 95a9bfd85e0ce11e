package dev.kanmin.infrastructure.faults;

import java.util.Random;

/** Where the chance of a test comes from: a number that is printed and can be given again. */
public record Seed(long value) {
  /** {@code make faults SEED=…} sets it, to repeat the choices of a run. */
  static final String PROPERTY = "kanmin.faults.seed";

  /** The seed that was given; else a new one, short enough to be typed. */
  public static Seed choose() {
    return new Seed(Long.getLong(PROPERTY, System.nanoTime() & 0xffff_ffffL));
  }

  /** Independent of the chance of every other purpose. */
  public Random random(String purpose) {
    return new Random(value * 31 + purpose.hashCode());
  }

  @Override
  public String toString() {
    return "seed " + value;
  }
}
