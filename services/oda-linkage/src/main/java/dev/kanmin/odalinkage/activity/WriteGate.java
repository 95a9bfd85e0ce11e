package dev.kanmin.odalinkage.activity;

import java.util.concurrent.Semaphore;

/**
 * Lets in so many writes at once, fewer when they are large: what is under way together stays
 * within one largest activity.
 */
final class WriteGate {
  /** Permits, each for an equal part of the bytes that may be under way. */
  private static final int PERMITS = 1_000;

  private final Semaphore permits = new Semaphore(PERMITS);
  private final int least;

  /**
   * @param atOnce writes that may be under way, 1 to 1,000
   */
  WriteGate(int atOnce) {
    this.least = Math.max(1, PERMITS / atOnce);
  }

  /**
   * Waits for room.
   *
   * @param bytes of the write
   * @return what {@link #leave} is to be told
   * @throws GaveUp when the thread is interrupted meanwhile
   */
  int enter(long bytes) {
    long share = bytes * PERMITS / StoredSize.MOST;
    int weight = (int) Math.min(PERMITS, Math.max(least, share));
    try {
      permits.acquire(weight);
      return weight;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new GaveUp(interrupted);
    }
  }

  void leave(int weight) {
    permits.release(weight);
  }

  /** Waits until nothing is under way. */
  void awaitAll() throws InterruptedException {
    permits.acquire(PERMITS);
    permits.release(PERMITS);
  }

  /** Nobody waits for the import any longer. */
  static final class GaveUp extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GaveUp(Throwable cause) {
      super("Interrupted while waiting to store", cause, false, false);
    }
  }
}
