package dev.kanmin.events.aggregates;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.kanmin.events.aggregates.RepublishingRuns.Run;
import dev.kanmin.events.aggregates.RepublishingRuns.Step;
import dev.kanmin.events.aggregates.RepublishingState.NotTold;
import dev.kanmin.events.aggregates.RepublishingState.Status;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells the cards of all subjects again that are other ones now than were told last: after the
 * function that makes them has changed, an operator asks for it once. It goes through the stored
 * aggregates in the order of their ids, on one process at a time, never faster than asked, and
 * knows durably how far it has got: a restart goes on there.
 *
 * <p>Nothing but the card is told, and only where it differs. So it may be asked for again whenever
 * there is a doubt.
 */
public final class Republishing implements SmartLifecycle {
  public static final Rule UNDER_WAY =
      Rule.conflict("republishing-under-way", "Another republishing is under way");
  public static final Rule UNKNOWN_KIND =
      Rule.invalid("unknown-kind", "This service has no subjects of that kind");
  public static final Rule PACE =
      Rule.invalid("pace-out-of-range", "So many events in a second are not told");
  public static final Rule NONE =
      Rule.notFound("no-republishing", "Nothing has been republished here");

  /** Events in a second, at most: what others read meanwhile must not wait. */
  public static final int FASTEST = 1_000;

  private static final Logger log = LoggerFactory.getLogger(Republishing.class);
  private static final Duration CLAIM = Duration.ofSeconds(15);
  private static final Duration LOOK_ROUND = Duration.ofSeconds(1);

  /** After that long at the latest is noted how far it has got, and seen whether to stop. */
  private static final Duration STEP = Duration.ofSeconds(1);

  private static final int PAGE = 100;

  private final AggregateStore store;
  private final RepublishingRuns runs;
  private final Clock clock;
  private final MeterRegistry meters;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("republishing").daemon().factory());
  private volatile boolean running;
  private volatile boolean working;

  // belongs to the worker's thread
  private long nextSlot;

  public Republishing(AggregateStore store, Clock clock, MeterRegistry meters) {
    this(store, clock, meters, CLAIM);
  }

  Republishing(AggregateStore store, Clock clock, MeterRegistry meters, Duration claim) {
    this.store = store;
    this.runs = new RepublishingRuns(store.collection("republishing", List.of()), clock, claim);
    this.clock = clock;
    this.meters = meters;
    Gauge.builder("kanmin.republish.working", this, it -> it.working ? 1 : 0)
        .description("Whether this process is republishing")
        .register(meters);
  }

  /**
   * Begins. Asked for what is under way already, or again under the same key, it changes nothing.
   *
   * @param kinds of the subjects to go through; none: all that this service has
   * @param perSecond events told in a second at most, 1 to {@value #FASTEST}
   * @return how it stands; refused by {@link #UNDER_WAY} if another one is
   */
  public Mono<RepublishingState> begin(List<String> kinds, int perSecond, CommandContext context) {
    return Mono.defer(
        () -> {
          if (perSecond < 1 || perSecond > FASTEST) {
            throw PACE.refuse(
                "perSecond is %d: 1 to %d can be asked for.".formatted(perSecond, FASTEST),
                "/perSecond");
          }
          List<String> wanted = kinds.isEmpty() ? kinds() : known(kinds);
          return runs.begin(wanted, perSecond, context)
              .flatMap(begun -> begun ? runs.state() : underWay(wanted, perSecond))
              .doOnNext(state -> lookRoundNow());
        });
  }

  private List<String> known(List<String> kinds) {
    List<String> all = kinds();
    for (int i = 0; i < kinds.size(); i++) {
      if (!all.contains(kinds.get(i))) {
        throw UNKNOWN_KIND.refuse(
            "'%s' is none of %s.".formatted(kinds.get(i), String.join(", ", all)), "/kinds/" + i);
      }
    }
    return kinds.stream().distinct().sorted().toList();
  }

  private Mono<RepublishingState> underWay(List<String> wanted, int perSecond) {
    return runs.state()
        .map(
            state -> {
              if (state.status() == Status.RUNNING
                  && (!state.kinds().equals(wanted) || state.perSecond() != perSecond)) {
                throw UNDER_WAY.refuse(
                    "%s is going through %s, %d in a second. Cancel it, or wait."
                        .formatted(state.id(), state.kinds(), state.perSecond()));
              }
              return state;
            });
  }

  /** How the last one stands; refused by {@link #NONE} if there was none. */
  public Mono<RepublishingState> state() {
    return runs.state()
        .switchIfEmpty(Mono.error(() -> NONE.refuse("Nothing has been republished here yet.")));
  }

  /** Ends it where it is; what has been told stays told. One that has ended stays as it is. */
  public Mono<RepublishingState> cancel() {
    return runs.cancel().then(Mono.defer(this::state));
  }

  private List<String> kinds() {
    return store.all().stream().map(all -> all.type().kind()).sorted().toList();
  }

  private void lookRoundNow() {
    try {
      worker.execute(this::lookRound);
    } catch (RejectedExecutionException stopped) {
      log.info("Stopping; another process goes on with the republishing");
    }
  }

  private void lookRound() {
    try {
      boolean goOn = true;
      while (goOn && stopping.getCount() > 0) {
        goOn = step();
      }
      if (stopping.getCount() == 0) {
        runs.giveUp().block();
      }
    } catch (RuntimeException failure) {
      log.warn("Republishing does not get on, trying again: {}", failure.toString());
    } finally {
      working = false;
    }
  }

  /** False when there is nothing to do for this process. */
  private boolean step() {
    Optional<Run> claimed = runs.claim().blockOptional();
    if (claimed.isEmpty()) {
      return false;
    }
    working = true;
    Run run = claimed.get();
    if (run.kind() == run.state().kinds().size()) {
      runs.finish(run).block();
      log.info(
          "Republished: {} subjects looked at, {} told again, {} failed",
          run.state().looked(),
          run.state().told(),
          run.state().failed());
      return false;
    }
    String kind = run.state().kinds().get(run.kind());
    Optional<Aggregates<?, ?, ?>> aggregates = ofKind(kind);
    List<String> page = aggregates.map(of -> page(of, run.after())).orElse(List.of());
    Step done =
        page.isEmpty()
            ? new Step(run.kind() + 1, "", 0, 0, List.of())
            : new Looking(run, aggregates.orElseThrow()).through(page);
    runs.advance(run, done).block();
    return true;
  }

  /** Empty for a kind that a newer version of the service had and this one does not know. */
  private Optional<Aggregates<?, ?, ?>> ofKind(String kind) {
    return store.all().stream().filter(all -> all.type().kind().equals(kind)).findFirst();
  }

  private static List<String> page(Aggregates<?, ?, ?> aggregates, String after) {
    return Flux.from(
            aggregates
                .collection()
                .find(Filters.gt("_id", after))
                .sort(Sorts.ascending("_id"))
                .projection(Projections.include("_id"))
                .limit(PAGE))
        .map(document -> document.getString("_id"))
        .collectList()
        .blockOptional()
        .orElse(List.of());
  }

  /** One step through some of the aggregates of a kind. */
  private final class Looking {
    private final Run run;
    private final Aggregates<?, ?, ?> aggregates;
    private final long end = System.nanoTime() + STEP.toNanos();
    private final List<NotTold> failures = new ArrayList<>();
    private long told;

    Looking(Run run, Aggregates<?, ?, ?> aggregates) {
      this.run = run;
      this.aggregates = aggregates;
    }

    Step through(List<String> ids) {
      String after = run.after();
      long looked = 0;
      for (String id : ids) {
        if (stopping.getCount() == 0 || System.nanoTime() > end || !look(id)) {
          break;
        }
        after = id;
        looked++;
      }
      count("looked", looked);
      count("told", told);
      count("failed", failures.size());
      return new Step(run.kind(), after, looked, told, failures);
    }

    /** False when it must be looked at again later. */
    private boolean look(String id) {
      try {
        CommandContext context = CommandContext.of(run.actor(), clock.instant());
        if (Boolean.TRUE.equals(aggregates.refresh(id, context).block())) {
          told++;
          keepPace(run.state().perSecond());
        }
        return true;
      } catch (Refusal refusal) {
        if (refusal.rule().kind() == Rule.Kind.OVERLOADED) {
          keepPace(1);
          return false;
        }
        failures.add(new NotTold(id, refusal.rule().code()));
        return true;
      } catch (RuntimeException failure) {
        if (StoreFault.isOutage(failure)) {
          throw failure;
        }
        log.warn("The card of {} cannot be made: {}", id, failure.getClass().getName());
        failures.add(new NotTold(id, failure.getClass().getSimpleName()));
        return true;
      }
    }

    private void count(String what, long number) {
      meters
          .counter("kanmin.republish." + what, "kind", aggregates.type().kind())
          .increment((double) number);
    }
  }

  private void keepPace(int perSecond) {
    long now = System.nanoTime();
    nextSlot = Math.max(nextSlot, now) + TimeUnit.SECONDS.toNanos(1) / perSecond;
    try {
      boolean stopped = stopping.await(nextSlot - now, TimeUnit.NANOSECONDS);
      log.trace("paced, stopped: {}", stopped);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void start() {
    running = true;
    long millis = LOOK_ROUND.toMillis();
    var _ = worker.scheduleWithFixedDelay(this::lookRound, 0, millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    running = false;
    stopping.countDown();
    worker.shutdown();
    try {
      if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
        log.warn("Republishing did not stop in time; another process goes on with it");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
