package dev.kanmin.proof;

import dev.kanmin.infrastructure.faults.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Ends parts at moments of chance and waits for the launcher to start them again. */
final class Killer {
  private static final long LONGEST_WAIT_MILLIS = 2_500;

  private final LocalSystem system;
  private final Seed seed;

  Killer(LocalSystem system, Seed seed) {
    this.system = system;
    this.seed = seed;
  }

  /**
   * Sends the signal to each of the parts, to each at a moment of its own; returns when all are
   * back.
   *
   * @param round tells the moments of one round from those of the others
   */
  void end(List<String> parts, Signals.Signal signal, int round) {
    try (var timer = Executors.newScheduledThreadPool(parts.size())) {
      var ends = new ArrayList<Future<?>>();
      for (var part : parts) {
        ends.add(timer.submit(() -> end(part, signal, round)));
      }
      for (var end : ends) {
        end.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private Void end(String part, Signals.Signal signal, int round) throws Exception {
    var random = seed.random("end " + round + " of " + part);
    var pid = atAMoment(random, () -> system.signals().send(signal, part));
    system.awaitSuccessor(part, pid);
    return null;
  }

  private static <T> T atAMoment(Random random, Callable<T> deed) throws Exception {
    try (var timer = Executors.newSingleThreadScheduledExecutor()) {
      var wait = Duration.ofMillis(random.nextLong(LONGEST_WAIT_MILLIS));
      return timer.schedule(deed, wait.toMillis(), TimeUnit.MILLISECONDS).get();
    }
  }
}
