package dev.kanmin.local;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

/** Starting several things at the same time. */
final class Together {
  private Together() {}

  /** Runs all of them and returns when all have ended; throws the failure of one that failed. */
  static void start(Runnable... starts) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          Arrays.stream(starts)
              .map(start -> CompletableFuture.runAsync(start, threads))
              .toArray(CompletableFuture<?>[]::new);
      CompletableFuture.allOf(all).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }
}
