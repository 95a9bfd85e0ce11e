package dev.kanmin.gateway.openapi;

import java.nio.ByteBuffer;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;

/**
 * A document as it is sent, outside the heap: everybody who reads it reads the same bytes. On the
 * heap it would be copied for each reader, however slow that one is.
 */
final class ReadyBytes {
  private final ByteBuffer bytes;

  private ReadyBytes(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  static ReadyBytes of(byte[] content) {
    return new ReadyBytes(
        ByteBuffer.allocateDirect(content.length).put(content).flip().asReadOnlyBuffer());
  }

  /** For one reader. */
  DataBuffer in(DataBufferFactory factory) {
    return factory.wrap(bytes.duplicate());
  }

  int length() {
    return bytes.remaining();
  }
}
