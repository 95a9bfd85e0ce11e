package dev.kanmin.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    answer("/quick", 200, Duration.ZERO, 0);
    answer("/chunks", 200, Duration.ZERO, -1);
    answer("/slow", 200, Duration.ofMillis(100), 0);
    answer("/broken", 500, Duration.ZERO, 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void answers_with_a_length_and_in_chunks_are_read_to_their_end() throws IOException {
    try (var connection = new HttpConnection(server.getAddress().getPort())) {
      for (var path : new String[] {"/quick", "/chunks", "/quick"}) {
        var answer = connection.send(HttpRequests.get(path, Map.of("Accept-Language", "ja")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("answer of " + path);
        assertThat(answer.header("x-path")).contains(path);
      }
    }
  }

  @Test
  void a_closed_loop_counts_what_was_answered() {
    var outcome = load("/quick", 4).closed(Duration.ofSeconds(1));

    assertThat(outcome.fault()).isEmpty();
    assertThat(outcome.answers()).isPositive().isEqualTo(outcome.times().count());
  }

  @Test
  void an_open_loop_sends_what_is_due_and_no_more() {
    var outcome = load("/quick", 4).open(200, Duration.ofMillis(500));

    assertThat(outcome.answers()).isEqualTo(100);
    assertThat(outcome.seconds()).isBetween(0.4, 5.0);
  }

  @Test
  void an_open_loop_counts_the_wait_of_a_request_whose_turn_was_taken_by_a_slow_one() {
    // one connection, 100 ms each, one due every 10 ms: the tenth waits for nine before it
    var outcome = load("/slow", 1).open(100, Duration.ofMillis(100));

    assertThat(outcome.times().maxMillis()).isGreaterThan(500);
  }

  @Test
  void a_wrong_answer_is_a_fault_and_not_counted() {
    var outcome = load("/broken", 1).open(100, Duration.ofMillis(50));

    assertThat(outcome.answers()).isZero();
    assertThat(outcome.fault()).hasValueSatisfying(fault -> assertThat(fault).contains("500"));
  }

  private Load load(String path, int connections) {
    return new Load(
        server.getAddress().getPort(),
        connections,
        number -> HttpRequests.get(path, Map.of()),
        Load.Judge.status(200));
  }

  private void answer(String path, int status, Duration delay, long length) {
    server.createContext(
        path,
        exchange -> {
          LockSupport.parkNanos(delay.toNanos());
          var body = ("answer of " + path).getBytes(java.nio.charset.StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("X-Path", path);
          exchange.sendResponseHeaders(status, length < 0 ? 0 : body.length);
          try (exchange) {
            exchange.getResponseBody().write(body);
          }
        });
  }
}
