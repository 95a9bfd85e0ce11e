package dev.kanmin.proof;

import static dev.kanmin.infrastructure.faults.Invariant.PROPER_ANSWERS;

import dev.kanmin.infrastructure.faults.Seed;
import dev.kanmin.testkit.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A constant stream of commands by several officers at the same time, who insist on an answer to
 * each. It goes on, whatever happens to the system, until it is stopped.
 */
final class Traffic {
  private static final Duration ANSWERS_PATIENCE = Duration.ofMinutes(2);
  private static final Duration LAST_ANSWERS = Duration.ofMinutes(2);

  private final Ledger ledger = new Ledger();
  private final Semaphore turns = new Semaphore(0);
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopping;

  private Traffic() {}

  /**
   * @param perSecond attempts altogether
   * @param officers who work at the same time; one in three imports files, the others run missions
   */
  static Traffic start(Doors doors, Seed seed, int perSecond, int officers) {
    var traffic = new Traffic();
    var _ =
        traffic.clock.scheduleAtFixedRate(
            traffic::grantTurn, 0, 1_000_000 / perSecond, TimeUnit.MICROSECONDS);
    for (int number = 0; number < officers; number++) {
      var random = seed.random("officer " + number);
      Runnable officer =
          number % 3 == 2
              ? new ImportOfficer(
                  traffic.insistence(List.of(doors.activities()), random),
                  traffic.ledger,
                  seed,
                  number,
                  traffic::goesOn)
              : new MissionOfficer(
                  traffic.insistence(doors.missions(), random),
                  traffic.ledger,
                  number,
                  traffic::goesOn);
      traffic.threads.add(Thread.ofVirtual().start(() -> traffic.guard(officer)));
    }
    return traffic;
  }

  private Insistence insistence(List<Api> doors, Random random) {
    return new Insistence(doors, ledger, this::awaitTurn, random);
  }

  Ledger ledger() {
    return ledger;
  }

  boolean goesOn() {
    return !stopping;
  }

  /** Waits until so many more commands have been answered: that there is load is no guess. */
  void awaitAnswers(int more, String when) {
    var enough = ledger.acknowledged.sum() + more;
    Await.until(
        more + " answers " + when + "; " + ledger,
        ANSWERS_PATIENCE,
        () -> ledger.acknowledged.sum() >= enough);
  }

  /** Lets every officer get the answer to the last command, and says what happened. */
  Ledger stop() {
    stopping = true;
    var deadline = System.nanoTime() + LAST_ANSWERS.toNanos();
    for (var thread : threads) {
      join(thread, Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
    }
    clock.shutdownNow();
    return ledger;
  }

  private void join(Thread thread, Duration patience) {
    try {
      if (!thread.join(patience)) {
        ledger.fault(
            PROPER_ANSWERS, "an officer got no answer for " + LAST_ANSWERS.toSeconds() + " s");
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void guard(Runnable officer) {
    try {
      officer.run();
    } catch (RuntimeException | AssertionError e) {
      ledger.fault(PROPER_ANSWERS, "an officer gave up: " + e);
    }
  }

  /** Turns that nobody takes are not saved up: after an outage there is no burst. */
  private void grantTurn() {
    if (turns.availablePermits() < threads.size()) {
      turns.release();
    }
  }

  private void awaitTurn() {
    turns.acquireUninterruptibly();
    if (Thread.currentThread().isInterrupted()) {
      throw new IllegalStateException("interrupted while waiting for a turn");
    }
  }
}
