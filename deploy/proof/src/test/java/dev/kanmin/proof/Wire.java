package dev.kanmin.proof;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * One connection of HTTP/1.1 from an address of its own among 127.0.0.0/8. It costs whoever sends
 * next to nothing: requests are ready bytes, bodies of answers are passed over.
 */
final class Wire implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;
  private static final int READ_AHEAD = 64 * 1024;
  private static final int CONTINUE = 100;

  private final Socket socket = new Socket();
  private final byte[] ahead = new byte[READ_AHEAD];
  private final InputStream in;
  private final OutputStream out;
  private int from;
  private int to;
  private boolean ends;

  private Wire(URI gateway, String address, int receiveBuffer) throws IOException {
    if (receiveBuffer > 0) {
      socket.setReceiveBufferSize(receiveBuffer);
    }
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
    socket.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()), PATIENCE_MILLIS);
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  static Wire open(String gateway, String address) throws IOException {
    return new Wire(URI.create(gateway), address, 0);
  }

  /** For a client that takes as little of an answer as the system lets it. */
  static Wire narrow(String gateway, String address) throws IOException {
    return new Wire(URI.create(gateway), address, 4 * 1024);
  }

  void write(byte[] bytes) throws IOException {
    out.write(bytes);
  }

  /** The status of the next answer, which is read to its end. */
  int answer() throws IOException {
    int status = Integer.parseInt(line().split(" ", -1)[1]);
    long length = 0;
    boolean chunked = false;
    for (var header = line(); !header.isEmpty(); header = line()) {
      var small = header.toLowerCase(Locale.ROOT);
      if (small.startsWith("content-length:")) {
        length = Long.parseLong(small.substring("content-length:".length()).strip());
      } else if (small.startsWith("transfer-encoding:")) {
        chunked = true;
      } else if (small.startsWith("connection:")) {
        ends |= small.contains("close");
      }
    }
    if (status == CONTINUE) {
      return answer();
    }
    if (chunked) {
      skipChunks();
    } else {
      skip(length);
    }
    return status;
  }

  /** Whether the last answer said that nothing comes after it. */
  boolean isEnding() {
    return ends;
  }

  private void skipChunks() throws IOException {
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      skip(size);
      line();
    }
    while (!line().isEmpty()) {}
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private void skip(long bytes) throws IOException {
    for (long left = bytes; left > 0; ) {
      fill();
      int part = (int) Math.min(left, to - from);
      from += part;
      left -= part;
    }
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (fill(); ahead[from] != '\n'; fill()) {
      line.append((char) (ahead[from++] & 0xff));
    }
    from++;
    return line.toString().stripTrailing();
  }

  private void fill() throws IOException {
    if (from == to) {
      int read = in.read(ahead);
      if (read < 0) {
        throw new EOFException("the gateway has closed the connection");
      }
      from = 0;
      to = read;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** A request without a body. */
  static byte[] request(String method, String path, String... headers) {
    return (method + " " + path + " HTTP/1.1\r\nHost: gateway\r\n" + lines(headers) + "\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] get(String path, String... headers) {
    return request("GET", path, headers);
  }

  /** A request with a body of text. */
  static byte[] post(String path, String type, String body, String... headers) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var head = beginningOfPost(path, type, bytes.length, headers);
    var all = Arrays.copyOf(head, head.length + bytes.length);
    System.arraycopy(bytes, 0, all, head.length, bytes.length);
    return all;
  }

  /** A request whose body is still to come. */
  static byte[] beginningOfPost(String path, String type, long length, String... headers) {
    return ("POST "
            + path
            + " HTTP/1.1\r\nHost: gateway\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + length
            + "\r\n"
            + lines(headers)
            + "\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String lines(String... headers) {
    return headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
  }
}
