package dev.kanmin.gateway.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;

/**
 * Looks after connections: how many there are, of one address and in all; how many requests wait on
 * one; and that answers which nobody takes do not stay.
 */
@Component
final class ConnectionLimits implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {
  /** What the system keeps of an answer for a client that does not read; it doubles this. */
  private static final int SEND_BUFFER_BYTES = 128 * 1024;

  private final LimitProperties properties;
  private final ClientAddress addresses;
  private final AtOnce ofAddress = new AtOnce();
  private final AtomicInteger open = new AtomicInteger();
  private final Untaken untaken;
  private final Counter refused;
  private final Counter unread;

  ConnectionLimits(LimitProperties properties, ClientAddress addresses, MeterRegistry meters) {
    this.properties = properties;
    this.addresses = addresses;
    this.untaken = new Untaken(properties.untaken().toBytes());
    this.refused =
        Counter.builder("kanmin.connections.refused")
            .description("connections closed at once: too many of one address, or in all")
            .register(meters);
    this.unread =
        Counter.builder("kanmin.connections.unread")
            .description("connections closed because nobody took the answer")
            .register(meters);
    Gauge.builder("kanmin.connections", open, AtomicInteger::get).register(meters);
    Gauge.builder("kanmin.connections.untaken", untaken, Untaken::all)
        .description("bytes of answers that wait for clients that are slow to take them")
        .baseUnit("bytes")
        .register(meters);
  }

  @Override
  public void customize(NettyReactiveWebServerFactory factory) {
    factory.addServerCustomizers(
        server ->
            server
                .childOption(ChannelOption.SO_SNDBUF, SEND_BUFFER_BYTES)
                .doOnChannelInit((observer, channel, remote) -> guard(channel)));
  }

  private void guard(Channel channel) {
    channel.pipeline().addFirst(ConnectionGuard.class.getName(), new ConnectionGuard(this));
    channel
        .pipeline()
        .addBefore(
            NettyPipeline.HttpTrafficHandler,
            PipelinedRequests.class.getName(),
            new PipelinedRequests(properties.pipelined()));
  }

  LimitProperties properties() {
    return properties;
  }

  /** Whether the connection may stay; then its end is counted as well. */
  boolean admit(Channel channel) {
    if (open.incrementAndGet() > properties.connections()) {
      return refuse();
    }
    Optional<String> known = client(channel);
    if (known.isEmpty()) {
      channel.closeFuture().addListener(_ -> open.decrementAndGet());
      return true;
    }
    String address = known.get();
    if (!ofAddress.enter(address, properties.connectionsPerAddress())) {
      return refuse();
    }
    channel
        .closeFuture()
        .addListener(
            _ -> {
              open.decrementAndGet();
              ofAddress.leave(address);
            });
    return true;
  }

  private boolean refuse() {
    open.decrementAndGet();
    refused.increment();
    return false;
  }

  /** The address that stands for one client; empty where there are many behind it. */
  Optional<String> client(Channel channel) {
    return properties.perClient() && !addresses.isTrusted(channel.remoteAddress())
        ? Optional.of(ClientAddress.of(channel.remoteAddress()))
        : Optional.empty();
  }

  /** Counts bytes that wait, or no longer do; whether as many may, of one address and in all. */
  boolean mayWait(Optional<String> address, long change) {
    return untaken.count(address, change);
  }

  void countUnread() {
    unread.increment();
  }
}
