package dev.kanmin.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TellingTest {
  private static final Story STORY =
      new Story(
          "Missions",
          Optional.empty(),
          List.of(
              new Story.Step(
                  "jetro",
                  "POST /v1/missions",
                  Optional.empty(),
                  Optional.of("first"),
                  "/id",
                  false,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.of(Map.of("day", "{today}"))),
              new Story.Step(
                  "jica",
                  "POST /v1/missions/{@first}/open",
                  Optional.empty(),
                  Optional.empty(),
                  "/id",
                  false,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty())));

  private final List<String> asked = new ArrayList<>();
  private final Queue<Integer> answers = new ArrayDeque<>();
  private HttpServer gateway;
  @TempDir private Path folder;

  @BeforeEach
  void open() throws IOException {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext("/", this::answer);
    gateway.start();
  }

  @AfterEach
  void close() {
    gateway.stop(0);
  }

  @Test
  void what_was_told_is_not_told_again() {
    assertThat(tell()).isEqualTo(2);
    assertThat(tell()).isZero();

    assertThat(asked)
        .containsExactly(
            "Bearer token-of-jetro demo-Missions-0-0 /v1/missions",
            "Bearer token-of-jica demo-Missions-0-1 /v1/missions/msn_1/open");
  }

  @Test
  void a_refusal_names_the_row_and_what_was_told_before_it_stays() {
    answers.addAll(List.of(201, 409));
    assertThatIllegalStateException()
        .isThrownBy(this::tell)
        .withMessageContaining("Missions, row 1")
        .withMessageContaining("409");

    assertThat(tell()).isEqualTo(1);
  }

  @Test
  void who_is_asked_to_wait_asks_again_under_the_same_key() {
    answers.addAll(List.of(429, 503));
    tell();

    assertThat(asked.subList(0, 3)).containsOnly(asked.getFirst());
  }

  private int tell() {
    var door =
        new Door(
            "http://127.0.0.1:" + gateway.getAddress().getPort(), agency -> "token-of-" + agency);
    return new Telling(door, Told.in(folder.resolve("told.json"), "2026-11-29"), _ -> {})
        .tell(List.of(STORY));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      asked.add(
          "%s %s %s"
              .formatted(
                  headers.getFirst("Authorization"),
                  headers.getFirst("Idempotency-Key"),
                  exchange.getRequestURI()));
      int status = Optional.ofNullable(answers.poll()).orElse(201);
      byte[] body = (status == 201 ? "{\"id\": \"msn_1\"}" : "{}").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Retry-After", "0");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
