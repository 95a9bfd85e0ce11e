package dev.kanmin.proof;

import static dev.kanmin.infrastructure.faults.Invariant.PROPER_ANSWERS;
import static dev.kanmin.infrastructure.faults.Invariant.VIEW_IS_FOLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How long after the answer to a command the cell shows it, at a rate that does not wait for
 * answers. The time is reported; asserted is that nothing is lost and order is kept.
 */
@ExtendWith(SharedSystem.class)
@Order(30)
final class AnswerToCellLatencyTest {
  private static final String AGENCY = "meti";
  private static final int PER_SECOND = Integer.getInteger("proof.latency.rate", 100);
  private static final int WARM_UP_SECONDS = Integer.getInteger("proof.latency.warm-up", 15);
  private static final int MEASURED_SECONDS = Integer.getInteger("proof.latency.seconds", 20);
  private static final int MISSIONS = 200;
  private static final int MOST_ATTEMPTS = 10;
  private static final int LATE_SECONDS = 180;
  private static final Duration GOAL = Duration.ofMillis(150);
  private static final List<String> COUNTRIES =
      List.of("VN", "TH", "ID", "PH", "MM", "KH", "LA", "MY", "IN", "BD");
  private static final List<String> FIELDS =
      List.of("endoscopy", "diagnostic-imaging", "patient-monitoring", "telemedicine");

  private final LocalSystem system;
  private final Ledger ledger = new Ledger();
  private final LinkedBlockingQueue<ShownMission> idle = new LinkedBlockingQueue<>();
  private final LongAdder overloaded = new LongAdder();
  private final Queue<Sample> samples = new ConcurrentLinkedQueue<>();

  /** A mission with the cell it belongs to, and the last deadline it was given. */
  private record ShownMission(String id, String cell, Instant deadline) {}

  /**
   * @param answer from the intended time of sending to the answer, in nanoseconds
   * @param shown from the answer until the cell shows the command, in nanoseconds
   */
  private record Sample(long answer, long shown, boolean behind) {}

  AnswerToCellLatencyTest(LocalSystem system) {
    this.system = system;
  }

  @Test
  void a_cell_shows_a_command_soon_after_its_answer() {
    prepareMissions();
    send(WARM_UP_SECONDS);
    samples.clear();
    overloaded.reset();
    try (var stream = system.api().stream(AGENCY, "/v1/feed/stream")) {
      var before = ledger.acknowledgedEvents().size();
      send(MEASURED_SECONDS);
      var expected = ledger.acknowledgedEvents().size() - before;
      Settlement.of(system, ledger);
      assertThat(expected).as("acknowledged commands").isEqualTo(PER_SECOND * MEASURED_SECONDS);
      assertThat(samples).as("cells read").hasSize(expected);
      assertThat(stream.received())
          .as("events on the stream")
          .hasSizeGreaterThanOrEqualTo(expected);
    }
    report();
  }

  private void prepareMissions() {
    try (var officers = Executors.newFixedThreadPool(8)) {
      for (int number = 0; number < MISSIONS; number++) {
        var country = COUNTRIES.get(number % COUNTRIES.size());
        var field = FIELDS.get(number / COUNTRIES.size() % FIELDS.size());
        var _ = officers.submit(() -> idle.add(opened(country, field)));
      }
    }
    assertThat(idle).hasSize(MISSIONS);
  }

  private ShownMission opened(String country, String field) {
    var draft = accepted(MissionRequests.draft(country, field, "latency"));
    var id = draft.json().required("id").asString();
    for (var answer :
        List.of(
            draft, accepted(MissionRequests.announce(id)), accepted(MissionRequests.open(id)))) {
      ledger.entry(id, AGENCY).acknowledged(List.of(answer.event()));
    }
    return new ShownMission(
        id, "/v1/cells/" + country + "/" + field, MissionRequests.FIRST_DEADLINE);
  }

  /** Open loop: a command every so often, whether the last was answered or not. */
  private void send(int seconds) {
    var count = PER_SECOND * seconds;
    var done = new CountDownLatch(count);
    try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        ExecutorService officers = Executors.newVirtualThreadPerTaskExecutor()) {
      var start = System.nanoTime();
      for (int number = 0; number < count; number++) {
        var intended = TimeUnit.SECONDS.toNanos(number) / PER_SECOND;
        var _ =
            clock.schedule(
                () -> officers.execute(() -> measured(start + intended, done)),
                intended,
                TimeUnit.NANOSECONDS);
      }
      assertThat(done.await((long) seconds + LATE_SECONDS, TimeUnit.SECONDS))
          .as("all answered")
          .isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private void measured(long intended, CountDownLatch done) {
    try {
      // one command at a time for each mission: a deadline can only be moved to a later moment
      var mission = idle.take();
      idle.add(extended(mission, intended));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (AssertionError e) {
      ledger.fault(PROPER_ANSWERS, String.valueOf(e.getMessage()));
    } finally {
      done.countDown();
    }
  }

  private ShownMission extended(ShownMission mission, long intended) {
    var deadline = mission.deadline().plusSeconds(1);
    ledger.entry(mission.id(), AGENCY).intended(deadline.toString());
    var answer = accepted(MissionRequests.extend(mission.id(), deadline));
    var answered = System.nanoTime();
    ledger.entry(mission.id(), AGENCY).acknowledged(List.of(answer.event()));
    var cell = read(mission.cell(), answer.event());
    var shown = System.nanoTime();
    var behind = cell.expect(200).header("Kanmin-Behind").equals("true");
    samples.add(new Sample(answered - intended, shown - answered, behind));
    if (!behind && !Cells.deadlineOf(cell.json(), mission.id()).equals(deadline.toString())) {
      ledger.fault(
          VIEW_IS_FOLD,
          "%s does not show %s of %s".formatted(mission.cell(), deadline, mission.id()));
    }
    return new ShownMission(mission.id(), mission.cell(), deadline);
  }

  /** The answer to a command, which is repeated under its key while the system is overloaded. */
  private Answer accepted(Request command) {
    var keyed = command.key("latency-" + UUID.randomUUID());
    return insisted(keyed, Answer::isSuccess);
  }

  private Answer read(String cell, String event) {
    return insisted(Request.get(cell).after(event), answer -> answer.status() == 200);
  }

  private Answer insisted(Request request, Predicate<Answer> good) {
    var authorized = system.api().as(AGENCY, request);
    for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      var answer = system.api().attempt(authorized);
      if (answer.filter(good).isPresent()) {
        return answer.get();
      }
      assertThat(answer.filter(it -> it.status() < 500).map(Answer::text)).isEmpty();
      overloaded.increment();
    }
    throw new AssertionError("no answer in %d attempts to %s".formatted(MOST_ATTEMPTS, request));
  }

  private void report() {
    var shown = Percentiles.ofNanos(samples.stream().mapToLong(Sample::shown));
    var answered = Percentiles.ofNanos(samples.stream().mapToLong(Sample::answer));
    var met = shown.p99() <= GOAL.toMillis();
    Results.say(
        "answer → cell at %d commands/s for %d s over %d missions, N=%d, %d not within 2 s: %s; goal p99 %d ms %s"
            .formatted(
                PER_SECOND,
                MEASURED_SECONDS,
                MISSIONS,
                samples.size(),
                samples.stream().filter(Sample::behind).count(),
                shown,
                GOAL.toMillis(),
                met ? "met" : "missed"));
    Results.say(
        "intended sending → answer: %s; %d attempts repeated; %d processors for system and test together, load %s"
            .formatted(
                answered, overloaded.sum(), Runtime.getRuntime().availableProcessors(), load()));
    Results.write(
        "latency.json",
        """
        {"perSecond": %d, "seconds": %d, "count": %d, "answerToCellMillis": %s, "goalP99Millis": %d, "goalMet": %s,
         "intendedToAnswerMillis": %s, "repeatedAttempts": %d, "processors": %d, "load": "%s"}"""
            .formatted(
                PER_SECOND,
                MEASURED_SECONDS,
                samples.size(),
                shown.json(),
                GOAL.toMillis(),
                met,
                answered.json(),
                overloaded.sum(),
                Runtime.getRuntime().availableProcessors(),
                load()));
  }

  /** Runnable processes of the whole machine in the last minute: others may compete for it. */
  private static String load() {
    try {
      return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    } catch (IOException e) {
      throw new UncheckedIOException("the load is read from /proc: run this on Linux", e);
    }
  }
}
