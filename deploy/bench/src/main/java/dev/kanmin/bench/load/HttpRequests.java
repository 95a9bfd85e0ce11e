package dev.kanmin.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Requests as the bytes that go over the wire, so that the load itself costs little. */
public final class HttpRequests {
  private HttpRequests() {}

  public static byte[] get(String path, Map<String, String> headers) {
    return bytes("GET", path, headers, "");
  }

  /** With a body of JSON. */
  public static byte[] post(String path, Map<String, String> headers, String json) {
    return bytes("POST", path, headers, json);
  }

  private static byte[] bytes(
      String method, String path, Map<String, String> headers, String json) {
    var text = new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\n");
    text.append("Host: 127.0.0.1\r\nAccept: */*\r\n");
    headers.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
    if (!json.isEmpty()) {
      text.append("Content-Type: application/json\r\nContent-Length: ")
          .append(json.getBytes(StandardCharsets.UTF_8).length)
          .append("\r\n");
    }
    return text.append("\r\n").append(json).toString().getBytes(StandardCharsets.UTF_8);
  }
}
