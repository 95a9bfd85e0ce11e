package dev.kanmin.bench.whole;

import dev.kanmin.bench.command.Drafts;
import dev.kanmin.bench.load.HttpAnswer;
import dev.kanmin.bench.load.HttpConnection;
import dev.kanmin.bench.load.HttpRequests;
import dev.kanmin.bench.load.Latencies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Officers who move the deadlines of their missions at a fixed rate, whether the last answer has
 * come or not, and then read the cell, each until it shows what they did.
 */
final class DeadlineOfficers {
  private static final int MISSIONS = 100;
  private static final int OPENING_AT_ONCE = 8;
  private static final Instant FIRST_DEADLINE = Instant.parse("2029-01-01T00:00:00Z");
  private static final String CELL = "/v1/cells/VN/endoscopy";

  private final BlockingQueue<Mission> idle = new ArrayBlockingQueue<>(MISSIONS);
  private final AtomicReference<Optional<String>> fault = new AtomicReference<>(Optional.empty());
  private final int port;
  private final String token;

  /** A mission with its officer's connection, and the last deadline it was given. */
  private record Mission(String id, Instant deadline, HttpConnection connection) {}

  /** Drafts, announces and opens their missions. */
  DeadlineOfficers(int port, String token) {
    this.port = port;
    this.token = token;
    try (var officers = Executors.newFixedThreadPool(OPENING_AT_ONCE)) {
      for (int number = 0; number < MISSIONS; number++) {
        int own = number;
        officers.execute(() -> idle.add(opened(own)));
      }
    }
    if (idle.size() != MISSIONS) {
      throw new IllegalStateException("only %d missions were opened".formatted(idle.size()));
    }
  }

  /** What was wrong first. */
  Optional<String> fault() {
    return fault.get();
  }

  /**
   * How long commands took.
   *
   * @param answered from when they were due, whenever they could be sent, to their answers
   * @param shown from their answers until the cell had shown them
   */
  record Times(Latencies answered, Latencies shown) {}

  /** Works for so long. */
  Times work(int perSecond, Duration time) {
    int count = (int) (perSecond * time.toSeconds());
    var times = new Times(new Latencies(count), new Latencies(count));
    var done = new CountDownLatch(count);
    try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        ExecutorService officers = Executors.newVirtualThreadPerTaskExecutor()) {
      long begin = System.nanoTime();
      for (int number = 0; number < count; number++) {
        long due = begin + TimeUnit.SECONDS.toNanos(number) / perSecond;
        var _ =
            clock.schedule(
                () -> officers.execute(() -> measured(due, times, done)),
                due - System.nanoTime(),
                TimeUnit.NANOSECONDS);
      }
      if (!done.await(time.toSeconds() + 120, TimeUnit.SECONDS)) {
        throw new IllegalStateException("commands were not answered");
      }
      return times;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void measured(long due, Times times, CountDownLatch done) {
    try {
      // one command at a time for each mission: a deadline can only be moved to a later moment
      var mission = idle.take();
      try {
        var deadline = mission.deadline().plusSeconds(1);
        move(mission, deadline, due, times);
        mission = new Mission(mission.id(), deadline, mission.connection());
      } finally {
        idle.add(mission);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      fault.compareAndSet(Optional.empty(), Optional.of(e.toString()));
    } finally {
      done.countDown();
    }
  }

  private void move(Mission mission, Instant deadline, long due, Times times) throws IOException {
    var answer =
        send(
            mission.connection(),
            "/v1/missions/" + mission.id() + "/extend-deadline",
            "{\"deadline\": {\"at\": \"%s\", \"zone\": \"Asia/Tokyo\"}}".formatted(deadline));
    long answered = System.nanoTime();
    var event = answer.header("kanmin-event").orElseThrow();
    var headers = new HashMap<>(headers());
    headers.put("Kanmin-After", event);
    var cell = mission.connection().send(HttpRequests.get(CELL, headers));
    long shown = System.nanoTime();
    if (cell.status() != 200 || cell.header("kanmin-behind").isPresent()) {
      throw new IOException("the cell was not shown within two seconds: " + cell.status());
    }
    if (!shows(cell, mission.id(), deadline)) {
      throw new IOException("the cell does not show %s of %s".formatted(deadline, mission.id()));
    }
    times.answered().add(answered - due);
    times.shown().add(shown - answered);
  }

  private static boolean shows(HttpAnswer cell, String mission, Instant deadline) {
    for (var section : JsonMapper.shared().readTree(cell.body()).required("sections")) {
      for (var card : section.required("items")) {
        if (card.required("id").asString().equals(mission)) {
          return closes(card, deadline);
        }
      }
    }
    return false;
  }

  private static boolean closes(JsonNode card, Instant notBefore) {
    for (var date : card.required("dates")) {
      if (date.required("what").required("code").asString().equals("applications-close")) {
        return !Instant.parse(date.required("at").asString()).isBefore(notBefore);
      }
    }
    return false;
  }

  private Mission opened(int number) {
    try {
      var connection = new HttpConnection(port);
      var draft = send(connection, "/v1/missions", Drafts.plan("no. " + number));
      var id = JsonMapper.shared().readTree(draft.body()).required("id").asString();
      send(connection, "/v1/missions/" + id + "/announce", "");
      send(connection, "/v1/missions/" + id + "/open", "");
      return new Mission(id, FIRST_DEADLINE, connection);
    } catch (IOException e) {
      throw new UncheckedIOException("the gateway does not answer", e);
    }
  }

  private HttpAnswer send(HttpConnection connection, String path, String json) throws IOException {
    var headers = new HashMap<>(headers());
    headers.put("Idempotency-Key", UUID.randomUUID().toString());
    var answer = connection.send(HttpRequests.post(path, headers, json));
    if (answer.status() >= 300) {
      throw new IOException(path + " was answered " + answer.status() + " " + answer.text());
    }
    return answer;
  }

  private Map<String, String> headers() {
    return Map.of("Authorization", "Bearer " + token);
  }
}
