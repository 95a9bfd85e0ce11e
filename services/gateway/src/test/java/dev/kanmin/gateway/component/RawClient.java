package dev.kanmin.gateway.component;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One connection, on which a test writes what it likes and reads answers as they are. */
final class RawClient implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;
  private static final int INTERIM = 100;
  private static final int SMALL = 4 * 1024;

  private final Socket socket = new Socket();
  private final InputStream in;

  /**
   * An answer.
   *
   * @param headers by their names in small letters
   */
  record Answer(int status, Map<String, String> headers, String body) {}

  /**
   * Connects.
   *
   * @param from the loopback address that the client has, 127.0.0.1 to 127.0.0.255
   */
  RawClient(String gateway, String from) throws IOException {
    URI address = URI.create(gateway);
    socket.setReceiveBufferSize(SMALL);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
    socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
    in = new BufferedInputStream(socket.getInputStream());
  }

  void write(String text) throws IOException {
    write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** A request without a body. */
  static String get(String path, String... headers) {
    StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: gateway\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    return request.append("\r\n").toString();
  }

  /**
   * The next answer.
   *
   * @throws IOException when the connection ends before it does
   */
  Answer answer() throws IOException {
    String status = line();
    Map<String, String> headers = new LinkedHashMap<>();
    for (String header = line(); !header.isEmpty(); header = line()) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Answer(Integer.parseInt(status.split(" ")[1]), headers, body);
  }

  /**
   * The status of the next answer, of which no more is read; an interim one is passed over.
   *
   * @throws IOException when the connection ends before it
   */
  int status() throws IOException {
    int status = Integer.parseInt(line().split(" ")[1]);
    if (status != INTERIM) {
      return status;
    }
    while (!line().isEmpty()) {}
    return status();
  }

  /** Whether nothing more comes: the other end has closed the connection. */
  boolean isAtEnd() throws IOException {
    return in.read() < 0;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int sign = in.read(); sign != '\n'; sign = in.read()) {
      if (sign < 0) {
        throw new IOException("the connection ended after '" + line + "'");
      }
      line.append((char) sign);
    }
    return line.toString().stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
