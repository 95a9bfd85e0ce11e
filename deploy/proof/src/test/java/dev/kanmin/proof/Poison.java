package dev.kanmin.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** Records that nobody of ours would write, put on a topic by somebody who may write there. */
final class Poison {
  private static final String PREFIX = "poison-";
  private static final String TYPE =
      "dev.kanmin." + Services.ACTIVITIES.name() + ".activity-imported.v";
  private static final String KNOWN_TYPE = TYPE + "1";
  private static final String LATER_TYPE = TYPE + "9";

  /** Just within what a broker takes, which leaves no room for further headers. */
  private static final int NEARLY_A_MEBIBYTE = 1_048_000;

  private static final int DEPTH = 20_000;
  private static final int MANY = 500;

  private final Random random;
  private int made;

  /** What is wrong with a record. */
  enum Kind {
    BAD_JSON(true),
    NO_JSON_OBJECT(true),
    ANOTHER_SHAPE(true),
    DEEP_NESTING(true),
    NO_VALUE(true),
    EMPTY_VALUE(true),
    A_MEBIBYTE(true),
    OTHER_CLOUD_EVENTS(true),
    NO_HEADERS(true),
    SEQUENCE_IS_NO_NUMBER(true),
    SEQUENCE_BELOW_ONE(true),
    TIME_IS_NO_INSTANT(true),
    HEADERS_OF_THE_FRAMEWORK(true),
    NULL_HEADERS(true),
    MANY_HEADERS(true),
    MANY_HEADERS_BEFORE_AN_ENVELOPE(true),
    /** Of a later version of the producer: skipped and counted, not put aside. */
    LATER_VERSION(false);

    private final boolean deadLetter;

    Kind(boolean deadLetter) {
      this.deadLetter = deadLetter;
    }

    boolean isDeadLetter() {
      return deadLetter;
    }
  }

  Poison(Random random) {
    this.random = random;
  }

  static boolean isPoison(String subject) {
    return subject.startsWith(PREFIX);
  }

  static String keyOf(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
  }

  /** A key and subject of its own for each record. */
  String newKey(Kind kind) {
    return "%s%s-%016x".formatted(PREFIX, kind, random.nextLong());
  }

  ProducerRecord<byte[], byte[]> record(String topic, int partition, String key, Kind kind) {
    return switch (kind) {
      case BAD_JSON -> good(topic, partition, key, "{\"activity\": {\"iatiIdentifier\": ");
      case NO_JSON_OBJECT -> good(topic, partition, key, "[1, \"two\", null]");
      case ANOTHER_SHAPE -> good(topic, partition, key, "{\"card\": [\"is\", \"a\", \"list\"]}");
      case DEEP_NESTING ->
          good(
              topic,
              partition,
              key,
              "{\"activity\":" + "[".repeat(DEPTH) + "]".repeat(DEPTH) + "}");
      case NO_VALUE -> record(topic, partition, key, null, envelope(key, KNOWN_TYPE));
      case EMPTY_VALUE -> good(topic, partition, key, "");
      case A_MEBIBYTE -> good(topic, partition, key, "x".repeat(NEARLY_A_MEBIBYTE));
      case OTHER_CLOUD_EVENTS -> with(topic, partition, key, "ce_specversion", "0.3");
      case NO_HEADERS -> record(topic, partition, key, bytes("{}"), List.of());
      case SEQUENCE_IS_NO_NUMBER -> with(topic, partition, key, "ce_sequence", "one");
      case SEQUENCE_BELOW_ONE -> with(topic, partition, key, "ce_sequence", "-9223372036854775809");
      case TIME_IS_NO_INSTANT -> with(topic, partition, key, "ce_time", "yesterday");
      case HEADERS_OF_THE_FRAMEWORK ->
          record(topic, partition, key, bytes("{}"), headersOfTheFramework());
      case NULL_HEADERS ->
          record(
              topic,
              partition,
              key,
              bytes("{}"),
              envelope(key, KNOWN_TYPE).stream()
                  .map(header -> new RecordHeader(header.key(), (byte[]) null))
                  .toList());
      case MANY_HEADERS -> record(topic, partition, key, bytes("{}"), manyHeaders());
      case MANY_HEADERS_BEFORE_AN_ENVELOPE -> {
        var headers = new ArrayList<>(manyHeaders());
        headers.addAll(envelope(key, KNOWN_TYPE));
        yield record(topic, partition, key, bytes("{\"card\": \"a text\"}"), headers);
      }
      case LATER_VERSION -> record(topic, partition, key, bytes("{}"), envelope(key, LATER_TYPE));
    };
  }

  private static ProducerRecord<byte[], byte[]> good(
      String topic, int partition, String key, String value) {
    return record(topic, partition, key, bytes(value), envelope(key, KNOWN_TYPE));
  }

  /** An envelope of which one header is wrong. */
  private static ProducerRecord<byte[], byte[]> with(
      String topic, int partition, String key, String name, String value) {
    var headers = new ArrayList<>(envelope(key, KNOWN_TYPE));
    headers.removeIf(header -> header.key().equals(name));
    headers.add(header(name, value));
    return record(topic, partition, key, bytes("{}"), headers);
  }

  private static List<RecordHeader> envelope(String subject, String type) {
    return List.of(
        header("ce_specversion", "1.0"),
        header("ce_id", subject + "/1"),
        header("ce_source", "/" + Services.ACTIVITIES.name()),
        header("ce_type", type),
        header("ce_subject", subject),
        header("ce_time", "2026-11-23T00:00:00.000Z"),
        header("ce_sequence", "1"),
        header("ce_chainid", subject),
        header("ce_actor", "nobody/nobody"));
  }

  /** Names that Spring's messages use themselves. */
  private static List<RecordHeader> headersOfTheFramework() {
    return List.of(
        header("id", "not-a-uuid"),
        header("timestamp", "never"),
        header("contentType", "text/;;evil"),
        header("replyChannel", "nowhere"),
        header("errorChannel", "nullChannel"),
        header("kafka_offset", "-1"),
        header("kafka_receivedPartitionId", "99"),
        header("kafka_receivedMessageKey", "another-key"),
        header("kafka_acknowledgment", "done"),
        header("deliveryAttempt", "2147483647"),
        header("spring_json_header_types", "{\"id\": \"java.lang.Runtime\", broken"),
        header("spring.cloud.function.definition", "activities"),
        header("b3", "\u0000\u0000"));
  }

  private List<RecordHeader> manyHeaders() {
    var headers = new ArrayList<RecordHeader>();
    for (int number = 0; number < MANY; number++) {
      var noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      headers.add(new RecordHeader("noise-" + number, noise));
    }
    return headers;
  }

  private static ProducerRecord<byte[], byte[]> record(
      String topic,
      int partition,
      String key,
      byte @Nullable [] value,
      List<RecordHeader> headers) {
    return new ProducerRecord<>(topic, partition, null, bytes(key), value, List.copyOf(headers));
  }

  private static RecordHeader header(String name, String value) {
    return new RecordHeader(name, bytes(value));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Each kind once, then any of them. */
  Kind nextKind() {
    var kinds = Kind.values();
    return made < kinds.length ? kinds[made++] : kinds[random.nextInt(kinds.length)];
  }

  /** A number from 0 to below a count. */
  int oneOf(int count) {
    return random.nextInt(count);
  }
}
