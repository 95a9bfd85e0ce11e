package dev.kanmin.web;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection whose client still sends in two steps: nothing more is said, but what comes
 * is read away for a while. Closed at once, the bytes that arrive afterwards are answered by a
 * reset, which takes the answer from the client as well (RFC 9112, 9.6).
 */
final class LingeringClose extends ChannelDuplexHandler {
  private static final long LONGEST_SECONDS = 5;
  private static final long MOST_BYTES = 256L * 1024 * 1024;

  private boolean receiving;
  private boolean lingering;
  private long readAway;

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest) {
      receiving = true;
    }
    if (message instanceof LastHttpContent) {
      receiving = false;
    }
    if (lingering) {
      readAway(context, message);
    } else {
      context.fireChannelRead(message);
    }
  }

  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) {
    if (receiving
        && !lingering
        && context.channel().isActive()
        && context.channel() instanceof DuplexChannel channel
        && context.pipeline().get(SslHandler.class) == null) {
      lingering = true;
      linger(context, channel, promise);
    } else {
      var _ = context.close(promise);
    }
  }

  private static void linger(
      ChannelHandlerContext context, DuplexChannel channel, ChannelPromise promise) {
    var _ = channel.shutdownOutput();
    channel.config().setAutoRead(true);
    var end = context.executor().schedule(() -> end(context), LONGEST_SECONDS, TimeUnit.SECONDS);
    var _ =
        channel
            .closeFuture()
            .addListener(
                _ -> {
                  end.cancel(false);
                  promise.trySuccess();
                });
  }

  private void readAway(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpContent content) {
      readAway += content.content().readableBytes();
    }
    ReferenceCountUtil.release(message);
    if (!receiving || readAway > MOST_BYTES) {
      end(context);
    }
  }

  private static void end(ChannelHandlerContext context) {
    var _ = context.close();
  }
}
