package dev.kanmin.gateway.picture;

import dev.kanmin.events.wire.CardMaker;
import dev.kanmin.gateway.feed.FeedRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Feed records as the writer leaves them, made by hand. */
public final class Records {
  public static final String MISSIONS = "/trade-missions";
  public static final String ACTIVITIES = "/oda-linkage";

  private static final Instant BEGIN = Instant.parse("2026-11-23T00:00:00Z");

  private Records() {}

  /** When the event at that position happened. */
  public static Instant at(long position) {
    return BEGIN.plusSeconds(position);
  }

  public static FeedRecord mission(
      long position, String subject, long sequence, String event, CardMaker card, String... from) {
    return record(position, MISSIONS, subject, sequence, event, data(position, event, card, from));
  }

  public static FeedRecord activity(
      long position, String subject, long sequence, String event, CardMaker card, String... from) {
    return record(
        position, ACTIVITIES, subject, sequence, event, data(position, event, card, from));
  }

  public static FeedRecord withoutCard(long position, String subject, long sequence, String event) {
    return record(position, MISSIONS, subject, sequence, event, "{}");
  }

  private static String data(long position, String event, CardMaker card, String... from) {
    return Cards.data(card, Cards.last(event, at(position), from));
  }

  public static FeedRecord record(
      long position, String source, String subject, long sequence, String event, String data) {
    return record(position, source, subject, sequence, event, data, Map.of());
  }

  /**
   * Any record.
   *
   * @param more headers besides those that every event has, or in place of them
   */
  public static FeedRecord record(
      long position,
      String source,
      String subject,
      long sequence,
      String event,
      String data,
      Map<String, String> more) {
    var record =
        new ConsumerRecord<>(
            "kanmin.feed",
            0,
            position,
            ByteBuffer.wrap(subject.getBytes(StandardCharsets.UTF_8)),
            ByteBuffer.wrap(data.getBytes(StandardCharsets.UTF_8)));
    Map<String, String> headers =
        new HashMap<>(
            Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                subject + "/" + sequence,
                "ce_source",
                source,
                "ce_type",
                "dev.kanmin" + source.replace('/', '.') + "." + event + ".v1",
                "ce_subject",
                subject,
                "ce_time",
                at(position).toString(),
                "ce_sequence",
                Long.toString(sequence),
                "ce_chainid",
                subject,
                "ce_actor",
                "jica/jica"));
    headers.putAll(more);
    headers.forEach(
        (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return FeedRecord.of(record);
  }
}
