package dev.kanmin.gateway.picture;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A stage of the feed's way into the picture: a thread of its own, whose results the next stage
 * takes. It works a few results ahead and no more, as what waits is moved about by the collector.
 *
 * @param <T> what it hands on
 */
abstract class Stage<T> implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 100;

  private final BlockingQueue<T> ahead;
  private final Thread thread;
  private volatile boolean stopping;

  /**
   * Does nothing yet.
   *
   * @param most results that may wait
   */
  Stage(String name, int most) {
    this.ahead = new ArrayBlockingQueue<>(most);
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  /** Begins; returns at once. */
  void start() {
    thread.start();
  }

  /** The next result; empty if none came for a while. */
  final Optional<T> next() throws InterruptedException {
    return Optional.ofNullable(ahead.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
  }

  /** Works until {@link #isStopping()}. */
  abstract void work() throws InterruptedException;

  /** Hands a result on; waits for the next stage if it is behind. */
  final void hand(T result) throws InterruptedException {
    while (!stopping && !ahead.offer(result, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
      // the next stage is behind
    }
  }

  final boolean isStopping() {
    return stopping;
  }

  private void run() {
    try {
      work();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stopping = true;
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
