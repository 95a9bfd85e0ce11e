package dev.kanmin.gateway.component;

import static dev.kanmin.gateway.component.LimitedGateway.CONNECTIONS;
import static dev.kanmin.gateway.component.LimitedGateway.PIPELINED;
import static dev.kanmin.gateway.component.LimitedGateway.connect;
import static dev.kanmin.gateway.component.RunningGateway.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Connections: how many, how full, and for how long. */
class ConnectionLimitsTest {
  private static final String READY = RawClient.get("/assets/icon.svg");

  @Test
  void one_address_has_so_many_connections_and_another_its_own() throws Exception {
    List<RawClient> held = new ArrayList<>();
    try {
      for (int number = 0; number < CONNECTIONS; number++) {
        held.add(connect("127.0.8.1"));
        // several threads let connections in: this one is counted when it is answered
        held.getLast().write(READY);
        assertThat(held.getLast().answer().status()).isEqualTo(200);
      }
      try (var oneMore = connect("127.0.8.1")) {
        var refused = oneMore.answer();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers()).containsEntry("retry-after", "5");
        assertThat(refused.body()).contains("problems/quota-exceeded", "connections");
        assertThat(oneMore.isAtEnd()).isTrue();
      }
      try (var other = connect("127.0.8.2")) {
        other.write(READY);
        assertThat(other.answer().status()).isEqualTo(200);
      }
    } finally {
      for (var connection : held) {
        connection.close();
      }
    }
    await("a place", ConnectionLimitsTest::isLetIn);
  }

  private static String stream(String agency, String query) {
    return RawClient.get(
        "/v1/feed/stream" + query,
        LimitedGateway.authorization(agency),
        "Accept: text/event-stream");
  }

  private static boolean isLetIn() {
    try (var connection = connect("127.0.8.1")) {
      connection.write(READY);
      return connection.answer().status() == 200;
    } catch (IOException closed) {
      return false;
    }
  }

  @Test
  void so_many_requests_wait_on_a_connection_and_the_last_answer_says_that_it_ends()
      throws Exception {
    try (var connection = connect("127.0.9.1")) {
      connection.write(RawClient.get("/docs").repeat(30));
      for (int number = 0; number < PIPELINED; number++) {
        assertThat(connection.answer().headers().getOrDefault("connection", "")).isEmpty();
      }
      var last = connection.answer();
      assertThat(last.status()).isEqualTo(200);
      assertThat(last.headers()).containsEntry("connection", "close");
      assertThat(connection.isAtEnd()).isTrue();
    }
  }

  @Test
  void one_request_after_the_other_is_no_pipeline() throws Exception {
    try (var connection = connect("127.0.10.1")) {
      for (int number = 0; number < 3 * PIPELINED; number++) {
        connection.write(READY);
        assertThat(connection.answer().status()).isEqualTo(200);
      }
    }
  }

  @Test
  void a_stream_that_nobody_reads_ends() throws Exception {
    String mission = "msn_" + UUID.randomUUID();
    String long8K = "{\"notice\": \"" + "x".repeat(8_000) + "\"}";
    String last = "";
    for (int sequence = 1; sequence <= 300; sequence++) {
      last = RunningGateway.publish("trade-missions", mission, sequence, "draft-revised", long8K);
    }
    RunningGateway.get("/v1/cells", "Kanmin-After", last);
    double before = LimitedGateway.metric("kanmin_connections_unread_total");
    var most = new AtomicLong();
    try (var connection = connect("127.0.11.1")) {
      connection.write(stream("pmda", "?after=-1"));

      await(
          "it to be given up",
          () -> {
            var untaken = LimitedGateway.metric("kanmin_connections_untaken_bytes");
            most.accumulateAndGet((long) untaken, Math::max);
            return LimitedGateway.metric("kanmin_connections_unread_total") > before;
          });
    }
    assertThat(most).as("bytes that waited, of 2.4 million").hasValueBetween(1, 300_000);
    await("it to be gone", () -> LimitedGateway.metric("kanmin_stream_clients") == 0);
  }

  @Test
  void an_agency_has_so_many_streams_and_another_its_own() throws Exception {
    String stream = stream("nedo", "");
    try (var first = connect("127.0.12.1");
        var second = connect("127.0.12.2");
        var third = connect("127.0.12.3");
        var other = connect("127.0.12.3")) {
      first.write(stream);
      second.write(stream);
      assertThat(first.answer().headers()).containsEntry("x-accel-buffering", "no");
      assertThat(second.answer().status()).isEqualTo(200);
      third.write(stream);
      assertThat(third.answer().status()).isEqualTo(429);
      other.write(stream("mej", ""));
      assertThat(other.answer().status()).isEqualTo(200);
    }
  }

  @Test
  void what_operators_read_is_not_on_the_public_port() throws Exception {
    try (var connection = connect("127.0.13.1")) {
      for (String path : new String[] {"/actuator", "/actuator/health", "/actuator/prometheus"}) {
        connection.write(RawClient.get(path));
        assertThat(connection.answer().status()).as(path).isEqualTo(404);
      }
      assertThat(LimitedGateway.metric("kanmin_connections")).isPositive();
    }
  }
}
