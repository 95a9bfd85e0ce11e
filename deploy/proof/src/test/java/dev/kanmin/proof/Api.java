package dev.kanmin.proof;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** The API through the gateway, as programs of agencies use it. */
public final class Api {
  /** The secret of every demo client, as {@code make token} uses it. */
  private static final String DEMO_SECRET = "kanmin-local";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final String gateway;
  private final String issuer;

  Api(RunFile state) {
    this(state.gateway(), state.issuer());
  }

  private Api(String gateway, String issuer) {
    this.gateway = gateway;
    this.issuer = issuer;
  }

  /** The same through another door, such as one instance of a service. */
  Api through(String address) {
    return new Api(address, issuer);
  }

  /** A token of an agency's demo client (or {@code analyst}, {@code operations}); kept. */
  public String token(String client) {
    return tokens.computeIfAbsent(client, name -> newToken(name, ""));
  }

  /** Sends a request with a token of that client. */
  Answer send(String client, Request request) {
    return send(as(client, request));
  }

  Request as(String client, Request request) {
    return request.header("Authorization", "Bearer " + token(client));
  }

  /**
   * Sends a request as it is.
   *
   * @throws AssertionError when there is no answer
   */
  Answer send(Request request) {
    try {
      return exchange(request);
    } catch (IOException e) {
      throw new AssertionError("no answer to " + request.method() + " " + request.address(), e);
    }
  }

  /** Sends a request as it is; empty when there is no answer. */
  Optional<Answer> attempt(Request request) {
    try {
      return Optional.of(exchange(request));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Sends a request and leaves the answer's body to be read as it comes. */
  EventStream stream(String client, String path) {
    return EventStream.open(http, prepare(as(client, Request.get(path))).build());
  }

  private Answer exchange(Request request) throws IOException {
    try {
      var answer =
          http.send(prepare(request).timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
      return new Answer(answer.statusCode(), answer.headers(), answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private HttpRequest.Builder prepare(Request request) {
    var address =
        request.address().isAbsolute()
            ? request.address()
            : URI.create(gateway + request.address());
    var builder = HttpRequest.newBuilder(address).method(request.method(), request.publisher());
    request.headers().forEach(builder::header);
    return builder;
  }

  /** A token of that client that allows no more than is asked for. */
  String narrowToken(String client, String scope) {
    return newToken(client, "&scope=" + scope);
  }

  private String newToken(String client, String scope) {
    var credentials = Base64.getEncoder().encodeToString((client + ":" + DEMO_SECRET).getBytes());
    var request =
        new Request("POST", URI.create(issuer + "/oauth2/token"), Map.of(), new byte[0])
            .content(
                "application/x-www-form-urlencoded",
                ("grant_type=client_credentials" + scope).getBytes())
            .header("Authorization", "Basic " + credentials);
    return send(request).expect(200).json().required("access_token").asString();
  }
}
