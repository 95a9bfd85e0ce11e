package dev.kanmin.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the parts running: one that ends by itself is started again, after a pause that grows while
 * it keeps ending.
 */
final class Supervisor {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration HEALTHY = Duration.ofMinutes(1);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

  private final List<Part> parts = new CopyOnWriteArrayList<>();
  private final ExecutorService restarts = Executors.newVirtualThreadPerTaskExecutor();
  private final Runnable onChange;
  private final Duration longestPause;
  private volatile boolean stopping;

  /**
   * @param onChange called when a part has come or has got another process
   * @param longestPause before something that ends again and again is started once more
   */
  Supervisor(Runnable onChange, Duration longestPause) {
    this.onChange = onChange;
    this.longestPause = longestPause;
  }

  /** The parts in the order in which they came. */
  List<Part> parts() {
    return List.copyOf(parts);
  }

  /** Looks after a part from now on. */
  void add(Part part) {
    parts.add(part);
    onChange.run();
    watch(part, FIRST_PAUSE);
  }

  private void watch(Part part, Duration pause) {
    var started = System.nanoTime();
    var watching =
        part.process()
            .get()
            .exit()
            .thenAcceptAsync(
                code -> {
                  var lived = Duration.ofNanos(System.nanoTime() - started);
                  if (!stopping) {
                    restart(part, code, lived.compareTo(HEALTHY) > 0 ? FIRST_PAUSE : pause);
                  }
                },
                restarts);
    watching.exceptionally(
        failure -> {
          Console.error(
              "%s is not looked after any more: %s".formatted(part.name(), failure.getMessage()));
          return null;
        });
  }

  private void restart(Part part, int code, Duration pause) {
    Console.say(
        "kanmin: %s ended (exit code %d); starting it again in %d s"
            .formatted(part.name(), code, pause.toSeconds()));
    var doubled = pause.multipliedBy(2);
    var next = doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
    var later =
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, restarts);
    CompletableFuture.runAsync(() -> startAgain(part, next), later)
        .exceptionally(
            failure -> {
              Console.error(
                  "%s could not be started again: %s".formatted(part.name(), failure.getMessage()));
              return null;
            })
        .join();
  }

  private void startAgain(Part part, Duration nextPause) {
    if (stopping) {
      return;
    }
    var since = System.nanoTime();
    try {
      part.restart().run();
      Console.say(
          "kanmin: %s is ready again (%.1f s)"
              .formatted(part.name(), (System.nanoTime() - since) / 1e9));
      onChange.run();
      watch(part, nextPause);
    } catch (RuntimeException e) {
      if (!stopping) {
        Console.error(e);
        restart(part, part.process().get().exit().getNow(-1), nextPause);
      }
    }
  }

  /** Whether the end has begun, so that nothing more should be started. */
  boolean isStopping() {
    return stopping;
  }

  /** Stops layer by layer from above, all parts of one together, and says so. */
  void stopAll() {
    stopping = true;
    for (var layer : List.of(Part.Layer.values()).reversed()) {
      Together.start(
          parts().stream()
              .filter(part -> part.layer() == layer)
              .map(part -> (Runnable) () -> stop(part))
              .toArray(Runnable[]::new));
    }
  }

  private static void stop(Part part) {
    var since = System.nanoTime();
    var graceful = part.process().get().stop(STOP_PATIENCE);
    Console.say(
        "kanmin: %s %s (%.1f s)"
            .formatted(
                part.name(),
                graceful ? "stopped" : "did not stop in time and was killed",
                (System.nanoTime() - since) / 1e9));
  }
}
