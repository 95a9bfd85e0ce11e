package dev.kanmin.local;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Starting several things at the same time. */
final class Together {
  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

  private Together() {}

  /** Runs all of them at once, as {@link #start(int, List)}. */
  static void start(Runnable... starts) {
    start(starts.length, List.of(starts));
  }

  /**
   * Runs them in their order, the next whenever one has ended, and returns when all have ended; at
   * the first failure throws that, without waiting for the rest and without beginning another.
   *
   * @param atOnce how many at the same time, at least 1
   */
  static void start(int atOnce, List<Runnable> starts) {
    var waiting = new ConcurrentLinkedQueue<>(starts);
    var failure = new CompletableFuture<Void>();
    var lanes =
        IntStream.range(0, atOnce)
            .mapToObj(
                lane ->
                    CompletableFuture.runAsync(() -> runAll(waiting, failure), THREADS)
                        .whenComplete((nothing, thrown) -> fail(failure, thrown)))
            .toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.anyOf(failure, CompletableFuture.allOf(lanes)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static void runAll(
      ConcurrentLinkedQueue<Runnable> waiting, CompletableFuture<Void> failure) {
    for (var next = waiting.poll(); next != null && !failure.isDone(); next = waiting.poll()) {
      next.run();
    }
  }

  private static void fail(CompletableFuture<Void> failure, @Nullable Throwable thrown) {
    if (thrown != null) {
      failure.completeExceptionally(
          thrown instanceof CompletionException && thrown.getCause() != null
              ? thrown.getCause()
              : thrown);
    }
  }
}
