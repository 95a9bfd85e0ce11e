package dev.kanmin.testkit.bad.decider;

/** Pure to look at; what it asks in its package is not. */
public final class FarDecider {
  private FarDecider() {}

  public static boolean decide(FarState state) {
    return FarRules.isLate(state);
  }
}
