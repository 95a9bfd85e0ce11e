package dev.kanmin.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/**
 * Somebody who works at a quiet pace while another one abuses the system: reads cells, cards and
 * activities, and drafts missions. Each request is sent at its moment, and its time counts from
 * there, so that waiting is not left out because one had to wait.
 */
final class Bystander {
  private static final String ADDRESS = "127.0.77.1";
  private static final String AGENCY = "jetro";
  private static final int VIEWS_PER_SECOND = 20;
  private static final int LISTS_PER_SECOND = 10;
  private static final int COMMANDS_PER_SECOND = 5;
  private static final int LOOKS_PER_SECOND = 4;

  private final LocalSystem system;
  private final String authorization;

  /**
   * What a stretch of time was like for others.
   *
   * @param reads of cells, cards and activities
   * @param commands drafts of missions
   * @param liveness the slowest answer to the question whether the gateway lives
   * @param requests of all of them, liveness left out
   * @param failures what was answered with anything but a success
   * @param strangers share of the machine that neither the system nor the test used
   */
  record Figures(
      Percentiles reads,
      Percentiles commands,
      Duration liveness,
      long requests,
      List<String> failures,
      double strangers) {}

  Bystander(LocalSystem system) {
    this.system = system;
    this.authorization = "Authorization: Bearer " + system.api().token(AGENCY);
  }

  /** Works for so long. */
  Figures work(Duration time) {
    var views =
        List.of(
            get("/v1/cells/VN/endoscopy"),
            get("/v1/cards?limit=20"),
            get("/v1/cells/LA/endoscopy"));
    var lists = List.of(get("/v1/activities?limit=20"));
    var processors = Processors.now(system);
    var seeing =
        new Work(
            system.gateway(), VIEWS_PER_SECOND, number -> views.get((int) number % views.size()));
    var listing = new Work(system.gateway(), LISTS_PER_SECOND, _ -> lists.getFirst());
    var writing = new Work(system.gateway(), COMMANDS_PER_SECOND, this::draft);
    var looking =
        new Work(
            system.state().process("gateway").management(),
            LOOKS_PER_SECOND,
            _ -> Wire.get("/actuator/health/liveness"));
    var all = List.of(seeing, listing, writing, looking);
    var end = System.nanoTime() + time.toNanos();
    all.forEach(work -> work.start(end));
    all.forEach(Work::join);

    var failures = new ArrayList<String>();
    all.forEach(work -> failures.addAll(work.failures));
    return new Figures(
        Percentiles.ofNanos(
            List.of(seeing, listing).stream()
                .flatMap(work -> work.nanos.stream())
                .mapToLong(Long::longValue)),
        Percentiles.ofNanos(writing.nanos.stream().mapToLong(Long::longValue)),
        Duration.ofNanos(looking.nanos.stream().mapToLong(Long::longValue).max().orElse(0)),
        (long) seeing.nanos.size() + listing.nanos.size() + writing.nanos.size(),
        List.copyOf(failures),
        processors.strangersSince(system));
  }

  private byte[] get(String path) {
    return Wire.get(path, authorization);
  }

  private byte[] draft(long number) {
    return Wire.post(
        "/v1/missions",
        "application/json",
        MissionRequests.plan("VN", "endoscopy", "abuse"),
        authorization,
        "Idempotency-Key: abuse-" + UUID.randomUUID());
  }

  /** Requests of one kind, on one connection, at a steady pace. */
  private static final class Work {
    private final String door;
    private final int perSecond;
    private final LongFunction<byte[]> request;
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private Optional<Thread> thread = Optional.empty();

    Work(String door, int perSecond, LongFunction<byte[]> request) {
      this.door = door;
      this.perSecond = perSecond;
      this.request = request;
    }

    void start(long end) {
      thread = Optional.of(Thread.ofPlatform().daemon().name("bystander").start(() -> run(end)));
    }

    private void run(long end) {
      var open = new ArrayList<Wire>();
      var start = System.nanoTime();
      var moment = start;
      for (long number = 0; moment < end; number++) {
        for (var left = moment - System.nanoTime(); left > 0; ) {
          LockSupport.parkNanos(left);
          left = moment - System.nanoTime();
        }
        exchange(open, request.apply(number));
        nanos.add(System.nanoTime() - moment);
        moment = start + TimeUnit.SECONDS.toNanos(number + 1) / perSecond;
      }
      end(open);
    }

    private void exchange(List<Wire> open, byte[] bytes) {
      try {
        if (open.isEmpty()) {
          open.add(Wire.open(door, ADDRESS));
        }
        open.getFirst().write(bytes);
        int status = open.getFirst().answer();
        if (status >= 300) {
          failures.add(firstLine(bytes) + " was answered " + status);
        }
        if (open.getFirst().isEnding()) {
          end(open);
        }
      } catch (IOException e) {
        failures.add(firstLine(bytes) + ": " + e);
        end(open);
      }
    }

    private static void end(List<Wire> open) {
      for (var wire : open) {
        try {
          wire.close();
        } catch (IOException e) {
          // it had ended
        }
      }
      open.clear();
    }

    private static String firstLine(byte[] request) {
      return new String(request, StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
    }

    void join() {
      try {
        thread.orElseThrow().join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }
  }
}
