package dev.kanmin.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Requests as the bytes that go over the wire, so that the load itself costs little. */
public final class HttpRequests {
  private static final String JSON = "application/json";

  private HttpRequests() {}

  public static byte[] get(String path, Map<String, String> headers) {
    return bytes("GET", path, headers, JSON, "");
  }

  /** With a body of JSON. */
  public static byte[] post(String path, Map<String, String> headers, String json) {
    return post(path, headers, JSON, json);
  }

  /** With a body of any type. */
  public static byte[] post(String path, Map<String, String> headers, String type, String body) {
    return bytes("POST", path, headers, type, body);
  }

  private static byte[] bytes(
      String method, String path, Map<String, String> headers, String type, String body) {
    var text = new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\n");
    text.append("Host: 127.0.0.1\r\nAccept: */*\r\n");
    headers.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
    if (!body.isEmpty()) {
      text.append("Content-Type: ")
          .append(type)
          .append("\r\nContent-Length: ")
          .append(body.getBytes(StandardCharsets.UTF_8).length)
          .append("\r\n");
    }
    return text.append("\r\n").append(body).toString().getBytes(StandardCharsets.UTF_8);
  }
}
