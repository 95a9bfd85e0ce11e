package dev.kanmin.infrastructure.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A network on the loopback address that can be made to fail: listens on a port of its own and
 * passes bytes to and from a server, as well as its present {@link Mode} lets it.
 */
public final class TcpProxy implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;
  private static final int CONNECT_MILLIS = 2_000;

  private final ServerSocket listener;
  private final int target;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final LongAdder lostReplies = new LongAdder();
  private final LongAdder refusals = new LongAdder();
  private volatile Mode mode = new Passing();

  /** What becomes of bytes and connections. A change is felt by the connections that are open. */
  public sealed interface Mode {}

  /** A good network. */
  public record Passing() implements Mode {}

  /** Connections are reset, new ones as soon as they are made. */
  public record Refusing() implements Mode {}

  /**
   * Connections stay open and new ones are accepted, and nothing ever arrives: what a firewall does
   * that has forgotten them. Bytes sent meanwhile are gone, so whoever was in the middle of
   * something is reset when another mode begins.
   */
  public record Silent() implements Mode {}

  /**
   * Requests arrive, their answers do not: the client waits in vain. As with {@link Silent}, what
   * was open is reset afterwards.
   */
  public record HalfOpen() implements Mode {}

  /** Each piece of data takes so long in either direction. */
  public record Slow(Duration delay) implements Mode {}

  /**
   * Requests arrive and are carried out; now and then an answer is lost with its connection.
   *
   * @param probability of each answer, 0 to 1
   */
  public record LosingReplies(double probability) implements Mode {}

  private TcpProxy(ServerSocket listener, int target) {
    this.listener = listener;
    this.target = target;
  }

  /**
   * @param target the server's port on the loopback address; need not be open yet
   */
  public static TcpProxy to(int target) {
    try {
      var proxy = new TcpProxy(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), target);
      Thread.ofVirtual().name("proxy of " + target).start(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException("no port for a proxy on the loopback address", e);
    }
  }

  /** The port that it listens on. */
  public int port() {
    return listener.getLocalPort();
  }

  /** From now on. */
  public void become(Mode next) {
    var before = mode;
    mode = next;
    if (next instanceof Refusing || before instanceof Silent || before instanceof HalfOpen) {
      connections.forEach(Connection::reset);
    }
  }

  /** Answers that were lost with their connections. */
  public long lostReplies() {
    return lostReplies.sum();
  }

  /** Connections that were reset as soon as they were made. */
  public long refusals() {
    return refusals.sum();
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    connections.forEach(Connection::reset);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        var client = listener.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException _) {
        // closed, or a client that was gone before it was accepted
      }
    }
  }

  private void serve(Socket client) {
    if (mode instanceof Refusing) {
      refusals.increment();
      reset(client);
      return;
    }
    var server = new Socket();
    try {
      server.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MILLIS);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      var connection = new Connection(client, server);
      connections.add(connection);
      connection.start();
    } catch (IOException e) {
      reset(server);
      reset(client);
    }
  }

  private static void reset(@Nullable Socket socket) {
    if (socket == null) {
      return;
    }
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException _) {
      // it is closed already, which is what was wanted
    }
  }

  private enum Direction {
    REQUESTS,
    REPLIES
  }

  /** One client's way to the server and back. */
  private final class Connection {
    private final Socket client;
    private final Socket server;

    Connection(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void start() {
      Thread.ofVirtual().start(() -> pump(client, server, Direction.REQUESTS));
      Thread.ofVirtual().start(() -> pump(server, client, Direction.REPLIES));
    }

    void reset() {
      connections.remove(this);
      TcpProxy.reset(client);
      TcpProxy.reset(server);
    }

    private void pump(Socket from, Socket to, Direction direction) {
      try {
        InputStream input = from.getInputStream();
        OutputStream output = to.getOutputStream();
        var buffer = new byte[BUFFER];
        for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
          if (!passes(direction)) {
            continue;
          }
          output.write(buffer, 0, count);
          output.flush();
        }
      } catch (IOException _) {
        // either side has gone; the other one must hear of it
      } finally {
        reset();
      }
    }

    /**
     * Whether this piece of data arrives; takes the time that it takes.
     *
     * @throws IOException when it is lost with the connection
     */
    private boolean passes(Direction direction) throws IOException {
      return switch (mode) {
        case Passing() -> true;
        case Silent() -> false;
        case HalfOpen() -> direction == Direction.REQUESTS;
        case Refusing() -> throw new IOException("reset");
        case Slow(var delay) -> {
          LockSupport.parkNanos(delay.toNanos());
          yield true;
        }
        case LosingReplies(var probability) -> {
          if (direction == Direction.REPLIES
              && ThreadLocalRandom.current().nextDouble() < probability) {
            lostReplies.increment();
            throw new IOException("reply lost");
          }
          yield true;
        }
      };
    }
  }
}
