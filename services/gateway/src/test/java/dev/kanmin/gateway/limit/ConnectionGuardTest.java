package dev.kanmin.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConnectionGuardTest {
  private static final int ANSWER = 1024 * 1024;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void what_waits_for_slow_clients_has_a_bound_for_all_of_them_together() {
    var properties = Limits.with("untaken", "3MB");
    var limits = new ConnectionLimits(properties, new ClientAddress(properties), meters);
    var clients =
        IntStream.range(0, 5).mapToObj(number -> new Slow(limits, "10.0.1." + number)).toList();

    clients.forEach(client -> client.write(Unpooled.wrappedBuffer(new byte[ANSWER])));

    assertThat(clients)
        .extracting(EmbeddedChannel::isOpen)
        .isEqualTo(List.of(true, true, false, false, false));
    assertThat(untaken()).isLessThanOrEqualTo(3.0 * ANSWER);
    clients.forEach(EmbeddedChannel::close);
    assertThat(untaken()).isZero();
  }

  @Test
  void one_address_holds_no_more_than_half_of_it_so_that_others_are_not_cut_off_for_it() {
    var properties = Limits.with("untaken", "4MB");
    var limits = new ConnectionLimits(properties, new ClientAddress(properties), meters);
    var greedy = Stream.generate(() -> new Slow(limits, "10.0.0.1")).limit(4).toList();
    var other = new Slow(limits, "10.0.0.2");

    greedy.forEach(client -> client.write(Unpooled.wrappedBuffer(new byte[ANSWER - 1_000])));
    other.write(Unpooled.wrappedBuffer(new byte[ANSWER]));

    assertThat(greedy)
        .extracting(EmbeddedChannel::isOpen)
        .isEqualTo(List.of(true, true, false, false));
    assertThat(other.isOpen()).isTrue();
  }

  @Test
  void what_comes_to_an_answer_that_waits_already_counts_as_well() {
    var properties = Limits.with("untaken", "8MB");
    var limits = new ConnectionLimits(properties, new ClientAddress(properties), meters);
    var client = new Slow(limits, "10.0.0.1");

    for (int part = 0; part < 3; part++) {
      client.writeAndFlush(Unpooled.wrappedBuffer(new byte[ANSWER]));
    }
    assertThat(untaken()).isGreaterThanOrEqualTo(3.0 * ANSWER);
    assertThat(client.isOpen()).isTrue();

    client.writeAndFlush(Unpooled.wrappedBuffer(new byte[ANSWER]));
    assertThat(client.isOpen()).isFalse();
  }

  private double untaken() {
    return meters.get("kanmin.connections.untaken").gauge().value();
  }

  /** A client that takes nothing. */
  private static final class Slow extends EmbeddedChannel {
    private final SocketAddress address;

    Slow(ConnectionLimits limits, String address) {
      super(false, false, new NothingGoesOut(), new ConnectionGuard(limits));
      this.address = new InetSocketAddress(address, 1);
      try {
        register();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }

    @Override
    protected SocketAddress remoteAddress0() {
      return address;
    }
  }

  private static final class NothingGoesOut extends ChannelOutboundHandlerAdapter {
    @Override
    public void flush(ChannelHandlerContext context) {
      // as if the other end had closed its window
    }
  }
}
