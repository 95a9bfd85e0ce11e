package dev.kanmin.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports on the loopback address (1 to 65535). */
public final class Ports {
  private Ports() {}

  /**
   * A port that nothing listens on at this moment. Another process may take it before the caller
   * does.
   */
  public static int free() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on the loopback address", e);
    }
  }

  /** Whether a server could listen on this port of the loopback address now. */
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

  /** The wanted port where it is free, else any free one. */
  public static int preferring(int wanted) {
    return isFree(wanted) ? wanted : free();
  }
}
