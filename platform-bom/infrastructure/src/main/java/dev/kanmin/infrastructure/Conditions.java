package dev.kanmin.infrastructure;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Waiting for something to become true, with a deadline and a message that says what was awaited.
 */
public final class Conditions {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

  private Conditions() {}

  /**
   * Asks until the condition holds, less often the longer it takes.
   *
   * @param what what is awaited, completing "waited 30 s for …"
   * @throws IllegalStateException when the deadline passes first
   */
  public static void await(String what, Duration atMost, BooleanSupplier condition) {
    await(() -> what, atMost, condition);
  }

  /**
   * As {@link #await(String, Duration, BooleanSupplier)}, with a message that is made when the wait
   * was in vain.
   */
  public static void await(Supplier<String> what, Duration atMost, BooleanSupplier condition) {
    var deadline = System.nanoTime() + atMost.toNanos();
    var pause = FIRST_PAUSE;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "waited %.1f s for %s".formatted(atMost.toMillis() / 1000.0, what.get()));
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("interrupted while waiting for " + what.get());
      }
      LockSupport.parkNanos(pause.toNanos());
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }
  }
}
