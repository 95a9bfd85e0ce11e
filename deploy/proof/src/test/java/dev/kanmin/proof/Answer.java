package dev.kanmin.proof;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer, read to its end. */
record Answer(int status, HttpHeaders headers, byte[] body) {

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  JsonNode json() {
    return JsonMapper.shared().readTree(body);
  }

  /** Empty when the answer does not have it. */
  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /**
   * This answer, if it has that status.
   *
   * @throws AssertionError with the body when it has another
   */
  Answer expect(int expected) {
    if (status != expected) {
      throw new AssertionError("answered %d, not %d: %s".formatted(status, expected, text()));
    }
    return this;
  }

  /** The last event of a command, for {@code Kanmin-After}. */
  String event() {
    return header("Kanmin-Event");
  }
}
