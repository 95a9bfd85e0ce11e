package dev.kanmin.local;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Starting several things at the same time. */
final class Together {
  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

  private Together() {}

  /**
   * Runs all of them and returns when all have ended; at the first failure throws that, without
   * waiting for the rest.
   */
  static void start(Runnable... starts) {
    var running = new ArrayList<CompletableFuture<Void>>();
    var failure = new CompletableFuture<Void>();
    for (var start : starts) {
      running.add(
          CompletableFuture.runAsync(start, THREADS)
              .whenComplete((nothing, thrown) -> fail(failure, thrown)));
    }
    try {
      CompletableFuture.anyOf(
              failure, CompletableFuture.allOf(running.toArray(CompletableFuture<?>[]::new)))
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
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
