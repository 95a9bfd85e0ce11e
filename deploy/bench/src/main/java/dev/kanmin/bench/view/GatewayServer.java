package dev.kanmin.bench.view;

import dev.kanmin.bench.load.HttpAnswer;
import dev.kanmin.bench.load.HttpConnection;
import dev.kanmin.bench.load.HttpRequests;
import dev.kanmin.bench.stage.ServerProcess;
import dev.kanmin.bench.stage.Stage;
import dev.kanmin.testkit.LiftedLimits;
import dev.kanmin.testkit.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ordinary gateway (its boot jar) and tokens that it believes. */
public final class GatewayServer implements AutoCloseable {
  private static final String EMPTY_CELL = "/v1/cells/IS/unclassified";
  private static final List<String> LANGUAGES = List.of("ja", "en", "zh-Hans", "zh-Hant", "ko");

  private final TestTokens issuer;
  private final ServerProcess server;
  private final Map<String, String> authorization;

  private GatewayServer(TestTokens issuer, ServerProcess server) {
    this.issuer = issuer;
    this.server = server;
    this.authorization =
        Map.of("Authorization", "Bearer " + issuer.token("jica", "cells:read", "feed:read"));
  }

  /**
   * Starts it and returns when its picture has reached the end of the feed.
   *
   * @param issuer closed by the caller
   * @param further environment: where the services are, whether it writes the feed …
   */
  public static GatewayServer start(
      Stage stage, TestTokens issuer, String kafka, Map<String, String> further) {
    // what is measured comes from one agency on one machine
    var environment = new HashMap<>(LiftedLimits.environment());
    environment.putAll(further);
    environment.put("KANMIN_KAFKA", kafka);
    environment.put("KANMIN_ISSUER", issuer.issuer());
    environment.put("SPRING_MAIN_BANNER_MODE", "off");
    return new GatewayServer(issuer, stage.service("services/gateway", environment));
  }

  public ServerProcess server() {
    return server;
  }

  /** Headers of a reader's request. */
  public Map<String, String> authorization() {
    return authorization;
  }

  /** The bytes of a request. */
  public byte[] get(String path) {
    return HttpRequests.get(path, authorization);
  }

  /** The same in each language of the site, Japanese first, which is what is answered unasked. */
  public List<byte[]> inEachLanguage(String path) {
    return LANGUAGES.stream()
        .map(
            language -> {
              var headers = new HashMap<>(authorization);
              headers.put("Accept-Language", language);
              return HttpRequests.get(path, headers);
            })
        .toList();
  }

  /**
   * An answer as JSON.
   *
   * @throws IllegalStateException if it is another than 200
   */
  public JsonNode read(String path) {
    return JsonMapper.shared().readTree(answer(path).body());
  }

  /** The whole answer, which is 200. */
  public HttpAnswer answer(String path) {
    try (var connection = new HttpConnection(server.port())) {
      var answer = connection.send(get(path));
      if (answer.status() != 200) {
        throw new IllegalStateException(path + " answered " + answer.status() + answer.text());
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException("the gateway does not answer", e);
    }
  }

  /**
   * The position of the feed that its picture has reached; read from a cell in which nothing is, as
   * the view of a full one that changes all the time would cost as much as what is measured.
   */
  public long position() {
    return Long.parseLong(read(EMPTY_CELL).at("/asOf/position").asString());
  }

  /**
   * Waits until its answers show an event, by the header that any client has for it, of a cell in
   * which nothing is. Nobody has to ask again and again meanwhile: that would cost as well.
   *
   * @param event as {@code Kanmin-Event} names it
   * @throws IllegalStateException if they do not after that time
   */
  public void awaitShown(String event, Duration atMost) {
    var headers = new HashMap<>(authorization);
    headers.put("Kanmin-After", event);
    var request = HttpRequests.get(EMPTY_CELL, headers);
    long until = System.nanoTime() + atMost.toNanos();
    try (var connection = new HttpConnection(server.port())) {
      HttpAnswer answer;
      do {
        answer = connection.send(request);
        if (answer.status() != 200 || System.nanoTime() > until) {
          throw new IllegalStateException(
              "waiting for %s: %d %s".formatted(event, answer.status(), answer.text()));
        }
      } while (answer.header("kanmin-behind").isPresent());
    } catch (IOException e) {
      throw new UncheckedIOException("the gateway does not answer", e);
    }
  }

  public TestTokens issuer() {
    return issuer;
  }

  @Override
  public void close() {
    server.close();
  }
}
