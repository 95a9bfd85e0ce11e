package dev.kanmin.proof;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request, to be changed step by step.
 *
 * @param address a path of the gateway, or a whole address
 */
record Request(String method, URI address, Map<String, String> headers, byte[] body) {
  private static final byte[] NOTHING = new byte[0];

  static Request get(String path) {
    return get(URI.create(path));
  }

  static Request get(URI address) {
    return new Request("GET", address, Map.of(), NOTHING);
  }

  static Request of(String method, String path) {
    return new Request(method, URI.create(path), Map.of(), NOTHING);
  }

  static Request post(String path) {
    return of("POST", path);
  }

  Request json(String body) {
    return content("application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  Request xml(String body) {
    return content("application/xml", body.getBytes(StandardCharsets.UTF_8));
  }

  Request content(String type, byte[] content) {
    return new Request(method, address, with("Content-Type", type), content);
  }

  Request header(String name, String value) {
    return new Request(method, address, with(name, value), body);
  }

  Request key(String idempotencyKey) {
    return header("Idempotency-Key", idempotencyKey);
  }

  /** Waits until the picture holds that event. */
  Request after(String event) {
    return header("Kanmin-After", event);
  }

  BodyPublisher publisher() {
    return body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
  }

  private Map<String, String> with(String name, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return all;
  }
}
