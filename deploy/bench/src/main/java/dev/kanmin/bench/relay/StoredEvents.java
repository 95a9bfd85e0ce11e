package dev.kanmin.bench.relay;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * Documents with one event each in the form that commands leave them in, made without the product
 * so that the raw sides have the same bytes.
 */
public final class StoredEvents {
  /** Bytes of an event's data. */
  public static final int DATA = 1_024;

  private static final String SCHEMA = "https://kanmin.dev/schemas/bench/happened.v1.json";
  private static final byte[] BYTES = bytes();

  private StoredEvents() {}

  /** The headers of a document's first event. */
  public static Map<String, String> headers(String id) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("content-type", "application/json");
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", id + "/1");
    headers.put("ce_dataschema", SCHEMA);
    headers.put("ce_chainid", id);
    headers.put("ce_actor", "jica/jica");
    headers.put("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    headers.put("ce_source", "/bench");
    headers.put("ce_type", "dev.kanmin.bench.happened.v1");
    headers.put("ce_subject", id);
    headers.put("ce_time", "2026-11-23T00:00:00.000Z");
    headers.put("ce_sequence", "1");
    return headers;
  }

  /**
   * A document whose event waits.
   *
   * @param since from when on it has waited, as the document says
   */
  public static Document document(String id, Instant since) {
    var at = Date.from(since);
    return new Document("_id", id)
        .append("version", 1L)
        .append("schema", 1)
        .append("chain", id)
        .append("createdAt", at)
        .append("updatedAt", at)
        .append("state", new Document("name", id).append("count", 1))
        .append("keys", new Document("name", id))
        .append(
            "outbox",
            List.of(
                new Document("sequence", 1L)
                    .append("headers", new Document(new LinkedHashMap<>(headers(id))))
                    .append("data", new Binary(BYTES))))
        .append("outboxSince", at);
  }

  /** The data of every event as text. */
  public static String text() {
    return new String(BYTES, StandardCharsets.UTF_8);
  }

  /** The same event as a record. */
  public static ProducerRecord<byte[], byte[]> record(String topic, String id) {
    return record(topic, id, BYTES);
  }

  /** The same event as a record, with data that were stored as text. */
  public static ProducerRecord<byte[], byte[]> record(String topic, String id, String data) {
    return record(topic, id, data.getBytes(StandardCharsets.UTF_8));
  }

  private static ProducerRecord<byte[], byte[]> record(String topic, String id, byte[] data) {
    var headers =
        headers(id).entrySet().stream()
            .<Header>map(
                header ->
                    new RecordHeader(
                        header.getKey(), header.getValue().getBytes(StandardCharsets.UTF_8)))
            .toList();
    return new ProducerRecord<>(
        topic, null, null, id.getBytes(StandardCharsets.UTF_8), data, headers);
  }

  /** JSON of the right size whose text repeats little. */
  private static byte[] bytes() {
    var text = new StringBuilder("{\"text\":\"");
    var random = new Random(1);
    while (text.length() < DATA - 2) {
      text.append((char) ('a' + random.nextInt(26)));
    }
    return text.append("\"}").toString().getBytes(StandardCharsets.UTF_8);
  }
}
