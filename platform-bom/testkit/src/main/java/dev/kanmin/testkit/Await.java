package dev.kanmin.testkit;

import dev.kanmin.infrastructure.Conditions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** Waiting in tests: for a condition, never for a time. */
public final class Await {
  private Await() {}

  /**
   * Asks until the condition holds.
   *
   * @param what what is awaited, completing "waited 10 s for …"
   * @throws AssertionError when it does not hold in time
   */
  public static void until(String what, Duration atMost, BooleanSupplier condition) {
    try {
      Conditions.await(what, atMost, condition);
    } catch (IllegalStateException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /**
   * Repeats assertions until they pass; in the end fails with the last failure.
   *
   * @throws AssertionError the last failure, when they do not pass in time
   */
  public static void untilAsserted(Duration atMost, Runnable assertions) {
    var last = new AtomicReference<AssertionError>();
    try {
      Conditions.await("assertions to pass", atMost, () -> passes(assertions, last));
    } catch (IllegalStateException e) {
      var failure = last.get();
      throw failure == null ? new AssertionError(e.getMessage(), e) : failure;
    }
  }

  private static boolean passes(Runnable assertions, AtomicReference<AssertionError> last) {
    try {
      assertions.run();
      return true;
    } catch (AssertionError e) {
      last.set(e);
      return false;
    }
  }
}
