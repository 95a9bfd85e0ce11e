package dev.kanmin.testkit.bad.decider;

import java.time.Instant;

public final class ClockDecider {
  private ClockDecider() {}

  public static boolean isLate(Instant deadline) {
    return Instant.now().isAfter(deadline);
  }
}
