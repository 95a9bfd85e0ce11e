package dev.kanmin.gateway.limit;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Lets a connection have one request answered at a time: the next one is begun when the system has
 * taken the whole answer to the one before, so that a client which does not read has one answer
 * made for it and not one for each request that it has sent.
 *
 * <p>It also bounds how many may wait. So many are answered, the last of them says that the
 * connection ends with it, and what came after them was never looked at: a client sends that again
 * elsewhere (RFC 9112, 9.3.2 and 9.6).
 */
final class PipelinedRequests extends ChannelDuplexHandler {
  private static final int MOST_BYTES = 256 * 1024;

  private final int most;
  private final Queue<Object> waiting = new ArrayDeque<>();
  private int waitingRequests;
  private int waitingBytes;
  private boolean answering;
  private boolean full;
  private boolean informational;

  /**
   * Of one connection.
   *
   * @param most requests that wait, the one that is being answered not counted
   */
  PipelinedRequests(int most) {
    this.most = most;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (full) {
      ReferenceCountUtil.release(message);
    } else if (!waiting.isEmpty() || (message instanceof HttpRequest && answering)) {
      await(message);
    } else {
      answering |= message instanceof HttpRequest;
      context.fireChannelRead(message);
    }
  }

  private void await(Object message) {
    boolean one = message instanceof HttpRequest;
    int bytes = message instanceof HttpContent part ? part.content().readableBytes() : 0;
    if ((one && waitingRequests == most) || waitingBytes + bytes > MOST_BYTES) {
      full = true;
      ReferenceCountUtil.release(message);
    } else {
      waitingRequests += one ? 1 : 0;
      waitingBytes += bytes;
      waiting.add(message);
    }
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof HttpResponse response) {
      informational = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
      if (full && waiting.isEmpty()) {
        HttpUtil.setKeepAlive(response, false);
      }
    }
    boolean last = message instanceof LastHttpContent && !informational;
    var writing = context.write(message, promise.unvoid());
    if (last) {
      writing.addListener(sent -> context.executor().execute(() -> next(context)));
    }
  }

  /** After the answer has gone: what came with the next request, up to the one after it. */
  private void next(ChannelHandlerContext context) {
    answering = false;
    if (waiting.isEmpty()) {
      if (full) {
        var _ = context.close();
      }
      return;
    }
    do {
      Object message = waiting.remove();
      waitingRequests -= message instanceof HttpRequest ? 1 : 0;
      waitingBytes -= message instanceof HttpContent part ? part.content().readableBytes() : 0;
      answering |= message instanceof HttpRequest;
      context.fireChannelRead(message);
    } while (!waiting.isEmpty() && !(waiting.peek() instanceof HttpRequest));
    context.fireChannelReadComplete();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    waiting.forEach(ReferenceCountUtil::release);
    waiting.clear();
    full = true;
    context.fireChannelInactive();
  }
}
