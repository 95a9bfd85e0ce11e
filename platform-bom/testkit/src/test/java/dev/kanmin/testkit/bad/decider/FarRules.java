package dev.kanmin.testkit.bad.decider;

import java.time.LocalDate;
import java.util.function.Supplier;

/** Rules with a clock of their own, in a method reference. */
final class FarRules {
  private FarRules() {}

  static boolean isLate(FarState state) {
    Supplier<LocalDate> today = LocalDate::now;
    return today.get().isAfter(state.deadline());
  }
}
