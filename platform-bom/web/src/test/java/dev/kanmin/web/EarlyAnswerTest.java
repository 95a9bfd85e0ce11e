package dev.kanmin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is refused before the body has been sent gets the answer, and no reset in place of it. */
class EarlyAnswerTest {
  private static final int MEBIBYTE = 1024 * 1024;

  @ParameterizedTest
  @ValueSource(ints = {2, 20, 60})
  void a_client_that_sends_on_regardless_reads_why_it_was_refused(int mebibytes) throws Exception {
    for (int attempt = 0; attempt < 5; attempt++) {
      try (Socket socket =
          new Socket(InetAddress.getLoopbackAddress(), RunningApplication.port())) {
        OutputStream out = socket.getOutputStream();
        out.write(head("Content-Length: " + (long) mebibytes * MEBIBYTE));
        byte[] part = new byte[MEBIBYTE];
        for (int sent = 0; sent < mebibytes; sent++) {
          out.write(part);
        }
        assertThat(statusLine(socket.getInputStream())).startsWith("HTTP/1.1 401 ");
      }
    }
  }

  private static byte[] head(String header) {
    return ("POST /v1/things HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + header
            + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String statusLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int sign = in.read(); sign >= 0 && sign != '\r'; sign = in.read()) {
      line.append((char) sign);
    }
    return line.toString();
  }
}
