package dev.kanmin.testkit.service;

import dev.kanmin.events.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** An agency's client program. */
public final class ApiClient {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String url;
  private final Map<String, String> headers;

  private ApiClient(String url, Map<String, String> headers) {
    this.url = url;
    this.headers = headers;
  }

  /** One that shows no token. */
  public static ApiClient anonymous(String url) {
    return new ApiClient(url, Map.of("Content-Type", "application/json"));
  }

  public static ApiClient withToken(String url, String token) {
    return anonymous(url).with("Authorization", "Bearer " + token);
  }

  /** The same client, sending that header too. */
  public ApiClient with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new ApiClient(url, more);
  }

  public Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  public Answer post(String path) {
    return send("POST", path, BodyPublishers.noBody());
  }

  /**
   * @param body as it stands if it is a text or bytes, else as JSON
   */
  public Answer post(String path, Object body) {
    return send("POST", path, publisher(body));
  }

  public Answer put(String path, Object body) {
    return send("PUT", path, publisher(body));
  }

  public Answer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  /** Any request. */
  public Answer send(String method, String path, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : url + path))
            .timeout(PATIENCE)
            .method(method, body);
    headers.forEach(request::setHeader);
    try {
      HttpResponse<byte[]> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(
          method + " " + path, response.statusCode(), response.headers(), response.body());
    } catch (IOException failure) {
      throw new UncheckedIOException(method + " " + path, failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }

  private static BodyPublisher publisher(Object body) {
    return switch (body) {
      case byte[] bytes -> BodyPublishers.ofByteArray(bytes);
      case String text -> BodyPublishers.ofString(text);
      default -> BodyPublishers.ofByteArray(Json.events().writeValueAsBytes(body));
    };
  }
}
