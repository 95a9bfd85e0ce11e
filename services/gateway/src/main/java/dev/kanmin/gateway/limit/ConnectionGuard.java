package dev.kanmin.gateway.limit;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Stands first on each connection. One too many is told so and closed; one whose client has stopped
 * taking its answer is closed after a while, and at once when all such answers together hold too
 * much memory.
 */
final class ConnectionGuard extends ChannelDuplexHandler {
  private static final int LOOKS = 3;
  private static final byte[] REFUSAL = refusal();

  private final ConnectionLimits limits;
  private Optional<String> client = Optional.empty();
  private boolean refused;
  private long waiting;
  private int looksWithoutProgress;
  private int writing;
  private long written;

  ConnectionGuard(ConnectionLimits limits) {
    this.limits = limits;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    if (limits.admit(context.channel())) {
      client = limits.client(context.channel());
      watch(context);
      context.fireChannelActive();
    } else {
      refused = true;
      context
          .writeAndFlush(Unpooled.wrappedBuffer(REFUSAL))
          .addListener(ChannelFutureListener.CLOSE);
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (refused) {
      ReferenceCountUtil.release(message);
    } else {
      context.fireChannelRead(message);
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (account(context.channel())) {
      context.fireChannelWritabilityChanged();
    } else {
      cut(context);
    }
  }

  /** What comes to an answer that waits already is told by no change of state. */
  @Override
  public void flush(ChannelHandlerContext context) {
    context.flush();
    if (!context.channel().isWritable()
        && context.channel().isActive()
        && !account(context.channel())) {
      cut(context);
    }
  }

  private void watch(ChannelHandlerContext context) {
    long every = limits.properties().unread().toMillis() / LOOKS;
    var looking =
        context
            .executor()
            .scheduleWithFixedDelay(() -> look(context), every, every, TimeUnit.MILLISECONDS);
    context
        .channel()
        .closeFuture()
        .addListener(
            _ -> {
              looking.cancel(false);
              account(0);
            });
  }

  /** Whether what is being written is still at the byte at which it was. */
  private void look(ChannelHandlerContext context) {
    ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
    int current = buffer == null ? 0 : System.identityHashCode(buffer.current());
    long progress = buffer == null ? 0 : buffer.currentProgress();
    boolean stands = current != 0 && current == writing && progress == written;
    writing = current;
    written = progress;
    looksWithoutProgress = stands ? looksWithoutProgress + 1 : 0;
    if (looksWithoutProgress >= LOOKS) {
      cut(context);
    } else {
      account(context.channel());
    }
  }

  /** Whether the answer that is about to wait may. */
  private boolean account(Channel channel) {
    ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
    boolean waits = buffer != null && !channel.isWritable();
    return account(waits ? buffer.totalPendingWriteBytes() : 0) || !waits;
  }

  private boolean account(long now) {
    long change = now - waiting;
    waiting = now;
    return limits.mayWait(client, change);
  }

  /** From here, so that nobody waits for this client to end what it sends. */
  private void cut(ChannelHandlerContext context) {
    limits.countUnread();
    var _ = context.close();
  }

  private static byte[] refusal() {
    String body =
        """
        {"type":"https://kanmin.dev/problems/quota-exceeded","title":"More was asked for than one client may ask for",\
        "status":429,"detail":"Too many connections are open. Close some, and come back after 5 s."}""";
    return ("HTTP/1.1 429 Too Many Requests\r\nContent-Type: application/problem+json\r\n"
            + "Retry-After: 5\r\nConnection: close\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.US_ASCII);
  }
}
