package dev.kanmin.bench.scale;

import dev.kanmin.bench.load.Latencies;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One stream that is read as it comes: how long after its sending each event arrives. */
final class TimedStream implements AutoCloseable {
  private static final int MOST = 100_000;

  private final Map<Long, Long> sentNanos = new ConcurrentHashMap<>();
  private final Latencies times = new Latencies(MOST);
  private final Socket socket;

  TimedStream(int port, byte[] request) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.getOutputStream().write(request);
    Thread.ofPlatform().name("timed-stream").daemon().start(this::read);
  }

  /** The event of that position is sent now. */
  void sending(long position) {
    sentNanos.put(position, System.nanoTime());
  }

  /** The times of the events that have arrived. */
  Latencies times() {
    return times;
  }

  private void read() {
    try {
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("id:")) {
          var sent = sentNanos.remove(Long.parseLong(line.substring(3).strip()));
          if (sent != null) {
            times.add(System.nanoTime() - sent);
          }
        }
      }
    } catch (IOException closed) {
      // the end of the measurement, or a cut stream: what is missing is counted by who waits
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
