package dev.kanmin.trademissions.meeting;

import com.mongodb.client.model.Filters;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.trademissions.timetable.Timetable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs the searches that plans ask for, one at a time in this process, so that memory and
 * processors stay within bounds. It asks the store what is to be done, so that it goes on after a
 * restart, from the best plan that was saved.
 */
@Component
class SearchRunner implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(SearchRunner.class);
  private static final String CLIENT = "meeting-search";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Aggregates<MeetingPlanCommand, MeetingPlanEvent, MeetingPlan> plans;
  private final Searches searches;
  private final Clock clock;
  private final AtomicReference<Optional<Job>> job = new AtomicReference<>(Optional.empty());
  private volatile boolean running;

  SearchRunner(
      Aggregates<MeetingPlanCommand, MeetingPlanEvent, MeetingPlan> plans,
      Searches searches,
      Clock clock) {
    this.plans = plans;
    this.searches = searches;
    this.clock = clock;
  }

  /** A search in its own thread. */
  private record Job(String plan, SearchJob search, Thread thread) {}

  /** One look at what there is to do. */
  @Scheduled(fixedDelayString = "${meetings.search-check}")
  Mono<Void> check() {
    return Mono.defer(() -> job.get().map(this::lookAfter).orElseGet(this::beginNext))
        .doOnError(failure -> log.warn("Searches were not looked after: {}", failure.toString()))
        .onErrorComplete();
  }

  private Mono<Void> beginNext() {
    if (!running) {
      return Mono.empty();
    }
    return Flux.from(plans.collection().find(Filters.exists(MeetingPlans.SEARCH)).limit(10))
        .map(plans::read)
        .filter(stored -> stored.state().search().isPresent())
        .concatMap(
            stored ->
                searches
                    .claim(stored.id(), stored.state().search().orElseThrow().run())
                    .filter(claimed -> claimed)
                    .flatMap(claimed -> start(stored).thenReturn(stored)))
        .next()
        .then();
  }

  private Mono<Void> start(Stored<MeetingPlan> stored) {
    MeetingPlan.Search search = stored.state().search().orElseThrow();
    return searches
        .saved(stored.id(), search.run())
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .doOnNext(
            saved -> {
              SearchJob one = new SearchJob(stored.state(), search, saved, clock);
              Thread thread =
                  Thread.ofPlatform()
                      .name("meeting-search")
                      .daemon(true)
                      .unstarted(() -> run(stored.id(), one));
              job.set(Optional.of(new Job(stored.id(), one, thread)));
              thread.start();
            })
        .then();
  }

  private void run(String plan, SearchJob search) {
    try {
      Timetable found = search.run();
      if (running) {
        plans
            .handle(plan, search.take(found), CommandContext.of(search.actor(CLIENT), now()))
            .block(PATIENCE);
      }
    } catch (RuntimeException failure) {
      log.error("The search of {} has failed", plan, failure);
    } finally {
      job.set(Optional.empty());
    }
  }

  /** Saves what is new, and hears whether it is to stop. */
  private Mono<Void> lookAfter(Job one) {
    return one.search()
        .toSave()
        .map(saved -> searches.save(one.plan(), saved))
        .orElseGet(() -> searches.renew(one.plan()))
        .then(plans.find(one.plan()))
        .doOnNext(
            stored -> {
              if (one.search().isOver(stored.state())) {
                one.search().stop();
              }
            })
        .then();
  }

  private Instant now() {
    return clock.instant();
  }

  @Override
  public void start() {
    running = true;
  }

  /** What was found is saved, and the search goes on where the service is started next. */
  @Override
  public void stop() {
    running = false;
    job.get()
        .ifPresent(
            one -> {
              one.search().stop();
              one.search()
                  .toSave()
                  .map(saved -> searches.save(one.plan(), saved))
                  .orElseGet(Mono::empty)
                  .then(searches.release(one.plan()))
                  .onErrorComplete()
                  .block(PATIENCE);
            });
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
