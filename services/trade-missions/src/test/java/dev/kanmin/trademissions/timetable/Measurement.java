package dev.kanmin.trademissions.timetable;

import ai.timefold.solver.core.api.score.BendableScore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Run by hand: how good the largest fair becomes in how many seconds. */
final class Measurement {
  private Measurement() {}

  public static void main(String[] arguments) {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30;
    Timetable greedy = Fair.large();
    Greedy.firstCome(greedy);
    System.out.println(
        "first come " + TimetableSearch.score(greedy) + " " + TimetableFigures.of(greedy));
    long begun = System.nanoTime();
    AtomicInteger improvements = new AtomicInteger();
    Timetable best =
        new TimetableSearch(Duration.ofSeconds(seconds))
            .run(
                Fair.large(),
                better -> {
                  int n = improvements.incrementAndGet();
                  if (n == 1 || n % 500 == 0) {
                    BendableScore score = better.score();
                    System.out.println(
                        (System.nanoTime() - begun) / 1_000_000 + " ms, " + n + ": " + score);
                  }
                });
    System.out.println("found " + best.score() + " " + TimetableFigures.of(best));
    Runtime.getRuntime().gc();
    long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    System.out.println((used >> 20) + " MB in use, " + improvements + " improvements");
  }
}
