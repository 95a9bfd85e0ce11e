package dev.kanmin.local;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Shows that something is being started, how long it took, and how many of how many are ready. */
final class Progress {
  private final int all;
  private final AtomicInteger ready = new AtomicInteger();

  /** Of so many that belong together. */
  Progress(int all) {
    this.all = all;
  }

  /** Of something by itself, which is not counted. */
  static Progress alone() {
    return new Progress(1);
  }

  <T> T of(String name, Supplier<T> start) {
    Console.say("kanmin: starting " + name);
    var since = System.nanoTime();
    var started = start.get();
    var count = ready.incrementAndGet();
    Console.say(
        "kanmin: %s is ready (%.1f s)%s"
            .formatted(
                name,
                (System.nanoTime() - since) / 1e9,
                all > 1 ? ", %d of %d".formatted(count, all) : ""));
    return started;
  }
}
