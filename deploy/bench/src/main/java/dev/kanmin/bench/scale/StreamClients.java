package dev.kanmin.bench.scale;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Very many open streams, read and forgotten by one thread. Clients come from several loopback
 * addresses, so that the ports of one do not run out.
 */
final class StreamClients implements AutoCloseable {
  private static final int PER_ADDRESS = 5_000;
  private static final long SELECT_MILLIS = 100;

  private final Selector selector = Selector.open();
  private final AtomicInteger streaming = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();
  private final AtomicReference<String> refusal = new AtomicReference<>("");
  private final Thread reader = Thread.ofPlatform().name("stream-clients").unstarted(this::read);
  private volatile boolean closing;
  private int opened;

  StreamClients() throws IOException {
    reader.start();
  }

  /** Opens a stream; its answer is awaited by {@link #streaming}. */
  void open(int port, byte[] request) throws IOException {
    var channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.SO_RCVBUF, 4_096);
    var from = new byte[] {127, 0, 0, (byte) (2 + opened / PER_ADDRESS)};
    channel.bind(new InetSocketAddress(InetAddress.getByAddress(from), 0));
    channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.write(ByteBuffer.wrap(request));
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ);
    opened++;
  }

  /** How many have been answered with a stream, and go on. */
  int streaming() {
    return streaming.get() - closed.get();
  }

  /** The first answer that was no stream; empty when there is none. */
  String refusal() {
    return refusal.get();
  }

  private void read() {
    var buffer = ByteBuffer.allocate(64 * 1024);
    try {
      while (!closing) {
        selector.select(key -> read(key, buffer), SELECT_MILLIS);
      }
    } catch (IOException failure) {
      refusal.compareAndSet("", failure.toString());
    }
  }

  private void read(SelectionKey key, ByteBuffer buffer) {
    buffer.clear();
    try {
      if (((SocketChannel) key.channel()).read(buffer) < 0) {
        close(key);
        return;
      }
    } catch (IOException broken) {
      close(key);
      return;
    }
    if (key.attachment() == null) {
      key.attach("answered");
      var answer = StandardCharsets.UTF_8.decode(buffer.flip()).toString();
      if (answer.startsWith("HTTP/1.1 200")) {
        streaming.incrementAndGet();
      } else {
        refusal.compareAndSet("", answer.lines().findFirst().orElse("nothing"));
      }
    }
  }

  private void close(SelectionKey key) {
    key.cancel();
    if (key.attachment() != null) {
      closed.incrementAndGet();
    }
    try {
      key.channel().close();
    } catch (IOException broken) {
      refusal.compareAndSet("", broken.toString());
    }
  }

  @Override
  public void close() throws IOException {
    closing = true;
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (var key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}
