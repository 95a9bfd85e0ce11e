package dev.kanmin.infrastructure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * TCP ports on the loopback address (1 to 65535). A port that was given out is kept from every
 * other program of Kanmin on this machine until this one ends: between choosing a port and
 * listening on it lie seconds, in which a run that starts at the same time would choose it too.
 */
public final class Ports {
  /** Below those that systems give to outgoing connections, one of which could come in between. */
  private static final int FIRST = 20_000;

  private static final int COUNT = 12_000;

  private Ports() {}

  /** A port that nothing listens on and that nobody else was given. */
  public static int free() {
    int start = ThreadLocalRandom.current().nextInt(COUNT);
    for (int i = 0; i < COUNT; i++) {
      int port = FIRST + (start + i) % COUNT;
      // in this order: trying a port that another program was given could take it from that one
      if (PortReservations.reserve(port) && isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException(
        "no free port on the loopback address from %d to %d".formatted(FIRST, FIRST + COUNT - 1));
  }

  /**
   * Whether a server could listen on this port of the loopback address now. It is tried, so it is
   * no way to wait for a server that is starting: see {@link #isServed}.
   */
  public static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      // a port in TIME_WAIT after a restart counts as free, as it does for the servers started here
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Whether somebody listens on this port of the loopback address. Asked by connecting: whoever
   * tries instead whether the port is free holds it for that moment, and a server that starts just
   * then ends, its address being in use.
   */
  public static boolean isServed(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The wanted port where it is free and no other program was given it, else any other one. */
  public static int preferring(int wanted) {
    boolean isOurs =
        (PortReservations.holds(wanted) || PortReservations.reserve(wanted)) && isFree(wanted);
    return isOurs ? wanted : free();
  }
}
