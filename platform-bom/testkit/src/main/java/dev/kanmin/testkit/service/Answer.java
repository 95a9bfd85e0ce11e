package dev.kanmin.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.wire.Json;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/**
 * What a service answered, with the assertions that stories need.
 *
 * @param request what was asked, for messages
 */
public record Answer(String request, int status, HttpHeaders headers, byte[] bytes) {
  private static final String PROBLEMS = "https://kanmin.dev/problems/";

  public Answer is(int expected) {
    assertThat(status).as("%s: %s", request, text()).isEqualTo(expected);
    return this;
  }

  /** A problem of that code. */
  public Answer isProblem(int expected, String code) {
    is(expected);
    assertThat(header("content-type")).startsWith("application/problem+json");
    assertThat(text("/type")).as(request).isEqualTo(PROBLEMS + code);
    return this;
  }

  /** The whole body as text. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The body as JSON; what is no JSON fails the test. */
  public JsonNode body() {
    return Json.events()
        .readTree(bytes.length == 0 ? "null".getBytes(StandardCharsets.UTF_8) : bytes);
  }

  /** The text at a JSON pointer; empty when nothing stands there. */
  public String text(String pointer) {
    return body().at(pointer).asString("");
  }

  public JsonNode at(String pointer) {
    return body().at(pointer);
  }

  /** Fails the test when the answer has no such header. */
  public String header(String name) {
    return headers
        .firstValue(name)
        .orElseThrow(() -> new AssertionError(request + " was answered without " + name));
  }
}
