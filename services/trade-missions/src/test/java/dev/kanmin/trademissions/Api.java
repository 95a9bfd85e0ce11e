package dev.kanmin.trademissions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** An agency's client program. */
final class Api {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final String url;
  private final Map<String, String> headers = new LinkedHashMap<>();

  Api(String url, String token) {
    this.url = url;
    headers.put("Authorization", "Bearer " + token);
  }

  private Api(String url, Map<String, String> headers) {
    this.url = url;
    this.headers.putAll(headers);
  }

  /** What came back. */
  record Answer(int status, HttpHeaders headers, JsonNode body) {

    Answer is(int expected) {
      assertThat(status).as(body.toPrettyString()).isEqualTo(expected);
      return this;
    }

    /** A problem of that code. */
    Answer isProblem(int expected, String code) {
      is(expected);
      assertThat(headers.firstValue("content-type")).contains("application/problem+json");
      assertThat(text("/type")).isEqualTo("https://kanmin.dev/problems/" + code);
      return this;
    }

    String text(String pointer) {
      return body.at(pointer).asString();
    }

    String header(String name) {
      return headers.firstValue(name).orElseThrow();
    }
  }

  Api with(String header, String value) {
    Api other = new Api(url, headers);
    other.headers.put(header, value);
    return other;
  }

  Answer get(String path) {
    return send("GET", path, HttpRequest.BodyPublishers.noBody());
  }

  Answer post(String path) {
    return send("POST", path, HttpRequest.BodyPublishers.noBody());
  }

  Answer post(String path, Object json) {
    return send("POST", path, body(json));
  }

  Answer put(String path, Object json) {
    return send("PUT", path, body(json));
  }

  private static HttpRequest.BodyPublisher body(Object json) {
    return HttpRequest.BodyPublishers.ofString(
        json instanceof String text ? text : Json.events().writeValueAsString(json));
  }

  private Answer send(String method, String path, HttpRequest.BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .method(method, body);
    headers.forEach(request::setHeader);
    try {
      HttpResponse<String> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), json(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static JsonNode json(String body) {
    try {
      return body.isEmpty() ? NullNode.getInstance() : Json.events().readTree(body);
    } catch (JacksonException notJson) {
      throw new AssertionError("no JSON: " + body, notJson);
    }
  }
}
