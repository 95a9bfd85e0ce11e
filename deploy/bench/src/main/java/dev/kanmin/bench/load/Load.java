package dev.kanmin.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Requests to one server over many connections, each with a thread of its own.
 *
 * <p>{@link #closed}: each connection sends its next request when it has its answer, so the server
 * is as busy as it can be. {@link #open}: requests are due at fixed times whatever the server does,
 * and a time is counted from when its request was <em>due</em>, so a server that stalls cannot hide
 * it.
 */
public final class Load {
  private static final int MOST_TIMES = 2_000_000;

  private final int port;
  private final int connections;
  private final IntFunction<byte[]> requests;
  private final Judge judge;

  /** Looks at an answer. */
  @FunctionalInterface
  public interface Judge {
    /**
     * Says what is wrong with the answer to a request; empty when it is right.
     *
     * @param number of the request, as in the making of it
     */
    Optional<String> wrong(int number, HttpAnswer answer);

    /** Only this status is right. */
    static Judge status(int wanted) {
      return (number, answer) ->
          answer.status() == wanted
              ? Optional.empty()
              : Optional.of("answered " + answer.status() + ": " + answer.text());
    }
  }

  /**
   * What came of it.
   *
   * @param answers that were right
   * @param seconds from the first request to the last answer
   * @param times from the sending, or in an open loop from when the request was due, to the answer
   * @param fault the first answer that was wrong or did not come
   */
  public record Outcome(long answers, double seconds, Latencies times, Optional<String> fault) {
    public double perSecond() {
      return answers / seconds;
    }
  }

  /**
   * Nothing is sent yet.
   *
   * @param requests makes the bytes of each request, numbered from 0
   */
  public Load(int port, int connections, IntFunction<byte[]> requests, Judge judge) {
    this.port = port;
    this.connections = connections;
    this.requests = requests;
    this.judge = judge;
  }

  /** Keeps the server as busy as it can be for so long. */
  public Outcome closed(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    return run(new Run(number -> System.nanoTime(), number -> System.nanoTime() >= end));
  }

  /**
   * Sends so many requests per second for so long.
   *
   * @param rate requests per second, above 0
   */
  public Outcome open(double rate, Duration time) {
    long begin = System.nanoTime();
    long total = Math.round(rate * time.toNanos() / 1e9);
    return run(
        new Run(number -> begin + Math.round(number * 1e9 / rate), number -> number >= total));
  }

  private interface Due {
    long nanos(long number);
  }

  private interface End {
    boolean isReached(long number);
  }

  /** What the threads of one load share. */
  private static final class Run {
    final Due due;
    final End end;
    final AtomicLong next = new AtomicLong();
    final AtomicLong right = new AtomicLong();
    final AtomicReference<@Nullable String> fault = new AtomicReference<>();
    final Latencies times = new Latencies(MOST_TIMES);

    Run(Due due, End end) {
      this.due = due;
      this.end = end;
    }
  }

  private Outcome run(Run run) {
    long began = System.nanoTime();
    var threads = new Thread[connections];
    for (int index = 0; index < connections; index++) {
      threads[index] = Thread.ofPlatform().name("load-" + index).start(() -> work(run));
    }
    for (var thread : threads) {
      join(thread);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    return new Outcome(run.right.get(), seconds, run.times, Optional.ofNullable(run.fault.get()));
  }

  private void work(Run run) {
    try (var connection = new HttpConnection(port)) {
      for (long number = run.next.getAndIncrement();
          !run.end.isReached(number);
          number = run.next.getAndIncrement()) {
        var request = requests.apply((int) number);
        long due = run.due.nanos(number);
        waitUntil(due);
        var answer = connection.send(request);
        run.times.add(System.nanoTime() - due);
        judge(run, (int) number, answer);
      }
    } catch (IOException e) {
      run.fault.compareAndSet(null, "a connection broke: " + e);
    }
  }

  private void judge(Run run, int number, HttpAnswer answer) {
    judge
        .wrong(number, answer)
        .ifPresentOrElse(fault -> run.fault.compareAndSet(null, fault), run.right::incrementAndGet);
  }

  private static void waitUntil(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
