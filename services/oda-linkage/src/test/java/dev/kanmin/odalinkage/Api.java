package dev.kanmin.odalinkage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** An agency's client program. */
final class Api {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final String url;
  private final Map<String, String> headers;

  Api(String url, String token) {
    this(url, Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"));
  }

  private Api(String url, Map<String, String> headers) {
    this.url = url;
    this.headers = new LinkedHashMap<>(headers);
  }

  /** What came back. */
  record Answer(int status, HttpHeaders headers, String text) {

    Answer is(int expected) {
      assertThat(status).as(text).isEqualTo(expected);
      return this;
    }

    /** A problem of that code. */
    Answer isProblem(int expected, String code) {
      is(expected);
      assertThat(header("content-type")).startsWith("application/problem+json");
      assertThat(at("/type")).isEqualTo("https://kanmin.dev/problems/" + code);
      return this;
    }

    JsonNode json() {
      try {
        return text.isEmpty() ? NullNode.getInstance() : Json.events().readTree(text);
      } catch (JacksonException notJson) {
        throw new AssertionError("no JSON: " + text, notJson);
      }
    }

    String at(String pointer) {
      return json().at(pointer).asString();
    }

    int count(String pointer) {
      return json().at(pointer).asInt();
    }

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  Api with(String header, String value) {
    Api other = new Api(url, headers);
    other.headers.put(header, value);
    return other;
  }

  Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  Answer post(String path, Object json) {
    return send("POST", path, body(json));
  }

  Answer put(String path, Object json) {
    return send("PUT", path, body(json));
  }

  Answer importFile(String xml) {
    return importFile(xml.getBytes(StandardCharsets.UTF_8));
  }

  Answer importFile(byte[] file) {
    return with("Content-Type", "application/xml")
        .send("POST", "/v1/activities/import", BodyPublishers.ofByteArray(file));
  }

  /** Sends a file of which only the next bytes ever exist. */
  Answer importStream(Supplier<InputStream> file) {
    return with("Content-Type", "application/xml")
        .send("POST", "/v1/activities/import", BodyPublishers.ofInputStream(file));
  }

  private static BodyPublisher body(Object json) {
    return BodyPublishers.ofString(
        json instanceof String text ? text : Json.events().writeValueAsString(json));
  }

  private Answer send(String method, String path, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofMinutes(1))
            .method(method, body);
    headers.forEach(request::setHeader);
    try {
      HttpResponse<String> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
