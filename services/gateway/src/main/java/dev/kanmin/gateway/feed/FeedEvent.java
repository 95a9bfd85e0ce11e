package dev.kanmin.gateway.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * An event of the feed as it is sent, encoded once and shared by all clients. Of its record nothing
 * else is kept: that would hold all that was fetched with it.
 */
public final class FeedEvent {
  private static final byte[] NONE = {};
  private static final byte[] END = {'\n', '\n'};

  private final long position;
  private final String source;
  private final String type;
  private final String subject;
  private final byte[] frame;
  private final int jsonFrom;

  public FeedEvent(FeedRecord record) {
    this.position = record.position();
    this.source = record.source();
    this.type = record.type();
    this.subject = record.subject();
    byte[] before = ("id: " + position + "\ndata: ").getBytes(StandardCharsets.US_ASCII);
    this.frame = EventJson.of(record).map(json -> framed(before, json)).orElse(NONE);
    this.jsonFrom = before.length;
  }

  public long position() {
    return position;
  }

  public String source() {
    return source;
  }

  public String type() {
    return type;
  }

  public String subject() {
    return subject;
  }

  /** Whether it can be shown. */
  public boolean isReadable() {
    return frame.length > 0;
  }

  /** As it stands in a stream of server-sent events; empty if it cannot be read. */
  public byte[] frame() {
    return frame;
  }

  /** Writes it as it stands in a page; nothing if it cannot be read. */
  public void writeJson(ByteArrayOutputStream page) {
    if (isReadable()) {
      page.write(frame, jsonFrom, frame.length - jsonFrom - END.length);
    }
  }

  private static byte[] framed(byte[] before, byte[] json) {
    byte[] framed = new byte[before.length + json.length + END.length];
    System.arraycopy(before, 0, framed, 0, before.length);
    System.arraycopy(json, 0, framed, before.length, json.length);
    System.arraycopy(END, 0, framed, before.length + json.length, END.length);
    return framed;
  }
}
