package dev.kanmin.local;

import java.util.function.Supplier;

/** Shows that something is being started, and how long it took. */
final class Progress {
  private Progress() {}

  static <T> T of(String name, Supplier<T> start) {
    Console.say("kanmin: starting " + name);
    var since = System.nanoTime();
    var started = start.get();
    Console.say("kanmin: %s is ready (%.1f s)".formatted(name, (System.nanoTime() - since) / 1e9));
    return started;
  }
}
