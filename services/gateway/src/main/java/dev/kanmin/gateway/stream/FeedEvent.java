package dev.kanmin.gateway.stream;

import dev.kanmin.gateway.feed.EventJson;
import dev.kanmin.gateway.feed.FeedRecord;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An event of the feed with its encoded forms, made once and shared by all clients. */
final class FeedEvent {
  private static final byte[] NONE = {};

  private final FeedRecord record;
  private volatile byte[] json = NONE;
  private volatile byte[] frame = NONE;
  private volatile boolean unreadable;

  FeedEvent(FeedRecord record) {
    this.record = record;
  }

  long position() {
    return record.position();
  }

  FeedRecord record() {
    return record;
  }

  /** As it stands in a page; empty if it cannot be read. */
  Optional<byte[]> json() {
    if (json.length == 0 && !unreadable) {
      EventJson.of(record).ifPresentOrElse(bytes -> json = bytes, () -> unreadable = true);
    }
    return unreadable ? Optional.empty() : Optional.of(json);
  }

  /** As it stands in a stream of server-sent events; empty if it cannot be read. */
  Optional<byte[]> frame() {
    if (frame.length == 0) {
      json().ifPresent(bytes -> frame = framed(bytes));
    }
    return frame.length == 0 ? Optional.empty() : Optional.of(frame);
  }

  private byte[] framed(byte[] bytes) {
    byte[] before = ("id: " + position() + "\ndata: ").getBytes(StandardCharsets.US_ASCII);
    byte[] framed = new byte[before.length + bytes.length + 2];
    System.arraycopy(before, 0, framed, 0, before.length);
    System.arraycopy(bytes, 0, framed, before.length, bytes.length);
    framed[framed.length - 2] = '\n';
    framed[framed.length - 1] = '\n';
    return framed;
  }
}
