package dev.kanmin.trademissions.meeting;

import dev.kanmin.events.wire.Actor;
import dev.kanmin.trademissions.timetable.Greedy;
import dev.kanmin.trademissions.timetable.Timetable;
import dev.kanmin.trademissions.timetable.TimetableFigures;
import dev.kanmin.trademissions.timetable.TimetableSearch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** One search for one plan, from its beginning or from where it was saved. */
final class SearchJob {
  private final MeetingPlan plan;
  private final MeetingPlan.Search asked;
  private final Optional<Searches.Saved> saved;
  private final TimetableSearch search;
  private final TimetableMaker maker;
  private final Clock clock;
  private final Instant startedAt;
  private final AtomicInteger improvements = new AtomicInteger();

  /** Not saved yet; the solver gives each improvement as a copy that it does not touch again. */
  private final AtomicReference<Optional<Timetable>> unsaved =
      new AtomicReference<>(Optional.empty());

  SearchJob(
      MeetingPlan plan, MeetingPlan.Search asked, Optional<Searches.Saved> saved, Clock clock) {
    this.plan = plan;
    this.asked = asked;
    this.saved = saved;
    this.clock = clock;
    this.startedAt = clock.instant();
    this.search = new TimetableSearch(Duration.ofSeconds(asked.seconds()));
    this.maker = new TimetableMaker(plan, startedAt);
    saved.ifPresent(it -> improvements.set(it.progress().improvements()));
  }

  Timetable run() {
    Timetable start = asked.afresh() ? maker.afresh() : maker.keeping();
    saved.ifPresent(it -> maker.resume(start, it.best()));
    return search.run(
        start,
        better -> {
          improvements.incrementAndGet();
          unsaved.set(Optional.of(better));
        });
  }

  void stop() {
    search.stop();
  }

  /** Whether nobody wants this search any more, or somebody told it to stop. */
  boolean isOver(MeetingPlan now) {
    return now.search().filter(it -> it.run().equals(asked.run()) && !it.stopAsked()).isEmpty();
  }

  /** The best plan, if it is better than what was saved last. */
  Optional<Searches.Saved> toSave() {
    return unsaved
        .getAndSet(Optional.empty())
        .map(
            best ->
                new Searches.Saved(
                    new SearchProgress(
                        asked.run(),
                        startedAt,
                        clock.instant(),
                        improvements.get(),
                        PlanFigures.of(TimetableFigures.of(best))),
                    maker.meetings(best)));
  }

  MeetingPlanCommand.TakePlan take(Timetable found) {
    return new MeetingPlanCommand.TakePlan(
        asked.run(),
        maker.meetings(found),
        new PlanQuality(
            PlanFigures.of(TimetableFigures.of(found)),
            firstCome(),
            Duration.between(startedAt, clock.instant()).toSeconds()));
  }

  /** What planning request by request would have given, under the same conditions. */
  private PlanFigures firstCome() {
    Timetable greedy = new TimetableMaker(plan, startedAt).afresh();
    Greedy.firstCome(greedy);
    return PlanFigures.of(TimetableFigures.of(greedy));
  }

  Actor actor(String client) {
    return new Actor(plan.outline().organiser().code(), client);
  }
}
