package dev.kanmin.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway, as the client programs of agencies know it: patient when asked to be. */
final class Door {
  /** Too many requests, or a service that is not there for a moment. */
  private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);

  private static final int MOST_TRIES = 30;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newHttpClient();
  private final String gateway;
  private final UnaryOperator<String> tokens;
  private final Map<String, String> known = new HashMap<>();

  /**
   * @param gateway address
   * @param tokens an agency's token, asked for once
   */
  Door(String gateway, UnaryOperator<String> tokens) {
    this.gateway = gateway;
    this.tokens = tokens;
  }

  /**
   * Asks, again if that is what the answer says.
   *
   * @param key makes a repetition known
   * @param version that the command is based on
   * @throws Refused if it is answered with anything but success
   */
  JsonNode ask(
      String agency,
      String method,
      String path,
      String key,
      Optional<String> version,
      Optional<Sent> body) {
    String answer = answer(agency, method, path, key, version, body).body();
    return answer.isEmpty() ? JsonMapper.shared().nullNode() : JsonMapper.shared().readTree(answer);
  }

  /** The version of a record, as it is shown now. */
  String version(String agency, String path) {
    return answer(agency, "GET", path, "", Optional.empty(), Optional.empty())
        .headers()
        .firstValue("ETag")
        .orElseThrow(() -> new Refused(path + " has no version"));
  }

  private HttpResponse<String> answer(
      String agency,
      String method,
      String path,
      String key,
      Optional<String> version,
      Optional<Sent> body) {
    for (int tried = 1; ; tried++) {
      HttpResponse<String> answer = send(request(agency, method, path, key, version, body));
      if (answer.statusCode() < 300) {
        return answer;
      }
      if (!LATER.contains(answer.statusCode()) || tried == MOST_TRIES) {
        throw new Refused(
            "%s %s as %s was answered %d: %s"
                .formatted(method, path, agency, answer.statusCode(), answer.body()));
      }
      pause(answer.headers().firstValue("Retry-After").map(Long::parseLong).orElse(1L));
    }
  }

  /** What a request carries. */
  static final class Sent {
    private final String type;
    private final byte[] bytes;

    Sent(String type, byte[] bytes) {
      this.type = type;
      this.bytes = bytes.clone();
    }

    static Sent json(Object value) {
      return new Sent("application/json", JsonMapper.shared().writeValueAsBytes(value));
    }

    String type() {
      return type;
    }

    byte[] bytes() {
      return bytes.clone();
    }
  }

  /** Not what was asked for. */
  static final class Refused extends IllegalStateException {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }

  private HttpRequest request(
      String agency,
      String method,
      String path,
      String key,
      Optional<String> version,
      Optional<Sent> body) {
    var request =
        HttpRequest.newBuilder(URI.create(gateway + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + known.computeIfAbsent(agency, tokens))
            .header("Content-Type", body.map(Sent::type).orElse("application/json"));
    if (!method.equals("GET")) {
      request.header("Idempotency-Key", key);
    }
    version.ifPresent(tag -> request.header("If-Match", tag));
    return request
        .method(
            method,
            body.map(it -> BodyPublishers.ofByteArray(it.bytes())).orElse(BodyPublishers.noBody()))
        .build();
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException("the gateway at " + gateway + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Whole seconds. */
  static void pause(long seconds) {
    try {
      Thread.sleep(Duration.ofSeconds(seconds));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
