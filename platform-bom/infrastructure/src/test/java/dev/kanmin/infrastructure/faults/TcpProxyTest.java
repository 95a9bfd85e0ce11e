package dev.kanmin.infrastructure.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kanmin.infrastructure.faults.TcpProxy.HalfOpen;
import dev.kanmin.infrastructure.faults.TcpProxy.LosingReplies;
import dev.kanmin.infrastructure.faults.TcpProxy.Passing;
import dev.kanmin.infrastructure.faults.TcpProxy.Refusing;
import dev.kanmin.infrastructure.faults.TcpProxy.Silent;
import dev.kanmin.infrastructure.faults.TcpProxy.Slow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {
  private static final int SHORT_MILLIS = 300;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final AtomicInteger requests = new AtomicInteger();
  private ServerSocket server;
  private TcpProxy proxy;

  @BeforeEach
  void start() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
    proxy = TcpProxy.to(server.getLocalPort());
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    server.close();
  }

  @Test
  void a_good_network_brings_the_answer() throws IOException {
    try (var client = connect()) {
      assertThat(ask(client)).isEqualTo('!');
    }
  }

  @Test
  void a_server_that_refuses_resets_old_connections_and_new_ones() throws IOException {
    try (var client = connect()) {
      assertThat(ask(client)).isEqualTo('!');
      proxy.become(new Refusing());
      assertThatThrownBy(() -> lost(client)).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> lost(connect())).isInstanceOf(IOException.class);
    }
  }

  @Test
  void a_silent_network_brings_neither_request_nor_answer() throws IOException {
    proxy.become(new Silent());
    try (var client = connect()) {
      assertThatThrownBy(() -> ask(client)).isInstanceOf(SocketTimeoutException.class);
      assertThat(requests).hasValue(0);
    }
  }

  @Test
  void on_a_half_open_way_the_request_arrives_and_the_answer_does_not() throws IOException {
    proxy.become(new HalfOpen());
    try (var client = connect()) {
      assertThatThrownBy(() -> ask(client)).isInstanceOf(SocketTimeoutException.class);
      assertThat(requests).hasValue(1);
      proxy.become(new Passing());
      assertThatThrownBy(() -> lost(client)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void a_lost_reply_is_one_of_a_request_that_was_carried_out() throws IOException {
    proxy.become(new LosingReplies(1));
    try (var client = connect()) {
      assertThatThrownBy(() -> lost(client)).isInstanceOf(IOException.class);
      assertThat(requests).hasValue(1);
      assertThat(proxy.lostReplies()).isEqualTo(1);
    }
  }

  @Test
  void a_slow_network_takes_its_time_in_both_directions() throws IOException {
    proxy.become(new Slow(Duration.ofMillis(50)));
    try (var client = connect()) {
      var began = System.nanoTime();
      assertThat(ask(client)).isEqualTo('!');
      assertThat(Duration.ofNanos(System.nanoTime() - began))
          .isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }
  }

  private Socket connect() throws IOException {
    var client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    client.setSoTimeout(SHORT_MILLIS);
    return client;
  }

  private static int ask(Socket client) throws IOException {
    client.getOutputStream().write('?');
    return client.getInputStream().read();
  }

  /** Asks until the connection is found to be gone. */
  private static void lost(Socket client) throws IOException {
    client.setSoTimeout((int) PATIENCE.toMillis());
    if (ask(client) < 0) {
      throw new IOException("closed");
    }
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        Thread.ofVirtual().start(() -> answer(client));
      } catch (IOException _) {
        // closed at the end of the test
      }
    }
  }

  private void answer(Socket client) {
    try (client) {
      for (int request = client.getInputStream().read();
          request >= 0;
          request = client.getInputStream().read()) {
        requests.incrementAndGet();
        client.getOutputStream().write('!');
      }
    } catch (IOException _) {
      // the proxy has reset it
    }
  }
}
