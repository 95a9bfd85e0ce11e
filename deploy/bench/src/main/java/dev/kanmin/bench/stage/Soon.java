package dev.kanmin.bench.stage;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Something that is being started, while others are started as well. */
public final class Soon<T extends AutoCloseable> implements AutoCloseable {
  private final CompletableFuture<T> starting;

  private Soon(CompletableFuture<T> starting) {
    this.starting = starting;
  }

  /** Begins to start it. */
  public static <T extends AutoCloseable> Soon<T> start(Supplier<T> start) {
    return new Soon<>(CompletableFuture.supplyAsync(start, Thread::startVirtualThread));
  }

  /**
   * Returns when it is there.
   *
   * @throws RuntimeException what its start has thrown
   */
  public T get() {
    try {
      return starting.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  /** Closes it, as soon as it is there; whether it could be started is told by {@link #get}. */
  @Override
  public void close() {
    if (starting.handle((_, failure) -> failure == null).join()) {
      Stage.close(starting.join());
    }
  }
}
