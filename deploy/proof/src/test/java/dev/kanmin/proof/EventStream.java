package dev.kanmin.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Server-sent events of the feed, gathered while they come. */
final class EventStream implements AutoCloseable {
  private final Stream<String> lines;
  private final Thread reader;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final List<String> pendingData = new ArrayList<>();
  private Optional<String> pendingId = Optional.empty();

  /**
   * One event.
   *
   * @param id its position in the feed
   * @param nanos when it arrived, {@link System#nanoTime()}
   */
  record Received(String id, JsonNode data, long nanos) {}

  private EventStream(Stream<String> lines) {
    this.lines = lines;
    this.reader = Thread.ofVirtual().start(this::read);
  }

  static EventStream open(HttpClient http, HttpRequest request) {
    try {
      var answer = http.send(request, BodyHandlers.ofLines());
      if (answer.statusCode() != 200) {
        throw new AssertionError("the stream answered " + answer.statusCode());
      }
      return new EventStream(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  private void read() {
    try {
      lines.forEach(this::take);
    } catch (UncheckedIOException e) {
      // the stream ends with its connection
      Thread.currentThread().interrupt();
    }
  }

  /** The few rules of the event stream format that a reader needs. */
  private void take(String line) {
    if (line.startsWith("id:")) {
      pendingId = Optional.of(line.substring(3).strip());
    } else if (line.startsWith("data:")) {
      pendingData.add(line.substring(5).strip());
    } else if (line.isEmpty() && !pendingData.isEmpty()) {
      var data = JsonMapper.shared().readTree(String.join("\n", pendingData));
      received.add(new Received(pendingId.orElse(""), data, System.nanoTime()));
      pendingData.clear();
    }
  }

  @Override
  public void close() {
    lines.close();
    reader.interrupt();
  }
}
