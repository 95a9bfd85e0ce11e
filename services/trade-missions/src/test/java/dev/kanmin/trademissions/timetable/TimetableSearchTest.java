package dev.kanmin.trademissions.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TimetableSearchTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  @Test
  void the_solver_agrees_with_itself_after_each_of_its_steps() {
    Timetable start = fair(4, 3, 6, 2);
    Greedy.byWorth(start);
    Timetable found =
        SolverFactory.<Timetable>create(
                TimetableSearch.config(LONG, EnvironmentMode.FULL_ASSERT)
                    .withTerminationConfig(new TerminationConfig().withStepCountLimit(60)))
            .buildSolver()
            .solve(start);
    assertThat(TimetableSearch.score(found).isFeasible()).isTrue();
  }

  @Test
  void what_it_begins_with_is_feasible_and_no_worse_than_first_come() {
    Timetable firstCome = Fair.large();
    Greedy.firstCome(firstCome);
    Timetable byWorth = Fair.large();
    Greedy.byWorth(byWorth);
    assertThat(TimetableSearch.score(firstCome).isFeasible()).isTrue();
    assertThat(TimetableSearch.score(byWorth).isFeasible()).isTrue();
    assertThat(byWorth.score()).isGreaterThan(firstCome.score());
  }

  /** As a thread of the common pool is in a boot jar: its loader knows the Java machine alone. */
  @Test
  void it_searches_on_a_thread_that_does_not_know_its_classes() throws InterruptedException {
    AtomicReference<Timetable> found = new AtomicReference<>();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread pooled =
        Thread.ofPlatform()
            .unstarted(
                () ->
                    found.set(
                        new TimetableSearch(Duration.ofMillis(100))
                            .run(fair(4, 3, 6, 2), better -> {})));
    pooled.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    pooled.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
    pooled.start();
    pooled.join();
    assertThat(failure).hasNullValue();
    assertThat(TimetableSearch.score(found.get()).isFeasible()).isTrue();
  }

  @Test
  void it_hears_of_improvements_and_stops_when_told() {
    TimetableSearch search = new TimetableSearch(LONG);
    AtomicReference<Timetable> last = new AtomicReference<>();
    List<String> scores = new ArrayList<>();
    Timetable found =
        search.run(
            fair(6, 8, 10, 3),
            better -> {
              last.set(better);
              scores.add(String.valueOf(better.score()));
              if (scores.size() == 5) {
                search.stop();
              }
            });
    assertThat(scores).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
    assertThat(found.score()).isEqualTo(last.get().score());
    assertThat(TimetableSearch.score(found).isFeasible()).isTrue();
  }

  @Test
  void what_is_pinned_stays() {
    Timetable start = fair(4, 3, 6, 2);
    Encounter pinned = start.encounters().getLast();
    pinned.before(start.place(3, 1), interpreterFor(pinned, start)).pin();
    Timetable found = stoppedAfter(start, 10);
    Encounter after = found.encounters().getLast();
    assertThat(after.slot().index()).isEqualTo(3);
    assertThat(after.table().index()).isEqualTo(1);
  }

  @Test
  void a_new_search_moves_nothing_that_can_stay() {
    Timetable first = stoppedAfter(fair(6, 8, 10, 3), 20);
    Timetable again = fair(6, 8, 10, 3);
    for (Encounter encounter : again.encounters()) {
      Encounter was = first.encounters().get(encounter.index());
      if (was.isPlaced()) {
        Place place = again.place(was.slot().index(), was.table().index());
        encounter.before(
            place,
            was.interpreter() == null ? null : again.interpreters().get(was.interpreter().index()));
      }
    }
    Timetable found = stoppedAfter(again, 5);
    assertThat(TimetableFigures.of(found).moved()).isZero();
  }

  private static Timetable stoppedAfter(Timetable start, int improvements) {
    TimetableSearch search = new TimetableSearch(Duration.ofSeconds(3));
    List<Timetable> heard = new ArrayList<>();
    return search.run(
        start,
        better -> {
          heard.add(better);
          if (heard.size() == improvements) {
            search.stop();
          }
        });
  }

  private static @org.jspecify.annotations.Nullable Interpreter interpreterFor(
      Encounter encounter, Timetable timetable) {
    return encounter.needsInterpreter() ? timetable.interpreters().getFirst() : null;
  }

  /** Every counterpart asks for every company; every second one needs an interpreter. */
  private static Timetable fair(int counterparts, int companies, int slots, int tables) {
    List<Party> parties = new ArrayList<>();
    for (int i = 0; i < companies; i++) {
      parties.add(Fair.party(i, "ja"));
    }
    for (int i = companies; i < companies + counterparts; i++) {
      parties.add(i % 2 == 0 ? Fair.party(i, "vi") : Fair.party(i, "vi", "ja"));
    }
    List<Encounter> encounters = new ArrayList<>();
    for (int i = 0; i < companies; i++) {
      for (int j = 0; j < counterparts; j++) {
        encounters.add(
            new Encounter(
                encounters.size(),
                parties.get(i),
                parties.get(companies + j),
                (i + j) % 3 == 0,
                1 + (i * j) % 5));
      }
    }
    return Fair.of(
        slots,
        tables,
        parties,
        List.of(Fair.interpreter(0, "ja", "vi")),
        encounters.toArray(Encounter[]::new));
  }
}
