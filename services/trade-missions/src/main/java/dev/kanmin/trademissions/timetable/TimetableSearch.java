package dev.kanmin.trademissions.timetable;

import ai.timefold.solver.core.api.score.BendableScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchType;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Looks for a good timetable: begins with a feasible one that takes requests by their worth, and
 * improves it until it is told to stop or its time is over.
 */
public final class TimetableSearch {
  /** The same search gives the same timetable after as many steps. */
  private static final long SEED = 20_261_001;

  private final Solver<Timetable> solver;

  public TimetableSearch(Duration longest) {
    solver =
        seeingOwnClasses(
            () ->
                SolverFactory.<Timetable>create(config(longest, EnvironmentMode.NO_ASSERT))
                    .buildSolver());
  }

  /**
   * Timefold looks for classes through the loader of the thread. A thread of the Java machine's
   * common pool does not know those of a boot jar, and must not be told of them.
   */
  private static <T> T seeingOwnClasses(Supplier<T> work) {
    return CompletableFuture.supplyAsync(
            work,
            task -> {
              Thread knowing = Thread.ofPlatform().name("timetable-classes").unstarted(task);
              knowing.setContextClassLoader(TimetableSearch.class.getClassLoader());
              knowing.start();
            })
        .join();
  }

  static SolverConfig config(Duration longest, EnvironmentMode mode) {
    return new SolverConfig()
        .withSolutionClass(Timetable.class)
        .withEntityClasses(Encounter.class)
        .withConstraintProviderClass(TimetableConstraints.class)
        .withEnvironmentMode(mode)
        .withRandomSeed(SEED)
        .withTerminationSpentLimit(longest)
        .withPhases(
            new LocalSearchPhaseConfig()
                .withLocalSearchType(LocalSearchType.LATE_ACCEPTANCE)
                .withMoveSelectorConfig(
                    new MoveIteratorFactoryConfig()
                        .withMoveIteratorFactoryClass(Rearrangements.class)));
  }

  /**
   * Searches in the calling thread.
   *
   * @param start kept where it has places already; they must obey the hard constraints
   * @param better hears of each improvement, the start included; it must not keep the thread
   * @return the best that was found
   */
  public Timetable run(Timetable start, Consumer<Timetable> better) {
    Greedy.byWorth(start);
    if (start.encounters().stream().allMatch(Encounter::pinned)) {
      score(start);
      better.accept(start.copy());
      return start;
    }
    solver.addEventListener(event -> better.accept(event.getNewBestSolution()));
    return solver.solve(start);
  }

  /** Ends {@link #run} soon, from any thread. */
  public void stop() {
    solver.terminateEarly();
  }

  /** Computes the score of a timetable, and keeps it there. */
  public static BendableScore score(Timetable timetable) {
    return Objects.requireNonNull(Scoring.MANAGER.update(timetable));
  }

  private static SolutionManager<Timetable, BendableScore> scoring() {
    return seeingOwnClasses(
        () ->
            SolutionManager.create(
                SolverFactory.create(config(Duration.ofSeconds(1), EnvironmentMode.NO_ASSERT))));
  }

  /** Made when it is first needed: building it takes a moment. */
  private static final class Scoring {
    // by a method of the class around it: the other thread would wait for this one to be ready
    static final SolutionManager<Timetable, BendableScore> MANAGER = scoring();
  }
}
