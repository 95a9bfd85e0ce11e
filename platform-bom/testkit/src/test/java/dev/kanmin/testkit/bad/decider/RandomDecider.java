package dev.kanmin.testkit.bad.decider;

import java.util.UUID;

public final class RandomDecider {
  private RandomDecider() {}

  public static String id() {
    return UUID.randomUUID().toString();
  }
}
