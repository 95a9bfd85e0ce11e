package dev.kanmin.gateway.stream;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.Connection;

/**
 * Where the pieces of one stream go out. What is handed over to the server is taken at once and
 * kept: up to 64 pieces, whether the client reads or not. So whoever hands over must ask for room.
 */
final class Outlet {
  /** With so much handed over it is looked at whether it has left. */
  private static final int ENOUGH = 32 * 1024;

  private final Optional<Channel> channel;
  private final AtomicInteger handedOver = new AtomicInteger();

  private Outlet(Optional<Channel> channel) {
    this.channel = channel;
  }

  /** Of the connection that the request came by. */
  static Outlet of(ServerWebExchange exchange) {
    return new Outlet(
        ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest())
                instanceof Connection connection
            ? Optional.of(connection.channel())
            : Optional.empty());
  }

  /**
   * Does something when there is room for more: at once while little is under way, else when the
   * client takes what was handed over before, or is gone.
   *
   * @param bytes that are being handed over
   */
  void whenRoom(int bytes, Runnable next) {
    if (channel.isEmpty() || handedOver.addAndGet(bytes) < ENOUGH) {
      next.run();
    } else {
      channel.get().eventLoop().execute(() -> look(channel.get(), next));
    }
  }

  private void look(Channel connection, Runnable next) {
    handedOver.set(0);
    if (connection.isWritable() || !connection.isActive()) {
      next.run();
    } else {
      // nothing more, but in its order: below the encoders, behind all that waits
      connection
          .pipeline()
          .firstContext()
          .writeAndFlush(Unpooled.EMPTY_BUFFER)
          .addListener(_ -> next.run());
    }
  }
}
