package dev.kanmin.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kanmin.events.wire.EventEnvelope;
import dev.kanmin.events.wire.EventHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

class FeedRecordTest {
  private static final String TIME = "2026-11-23T01:02:03.456Z";

  @Test
  void without_its_headers_a_record_says_the_same_and_cannot_be_shown() {
    ConsumerRecord<ByteBuffer, ByteBuffer> stored = stored(TIME);
    FeedRecord whole = FeedRecord.of(stored);
    FeedRecord bare = FeedRecord.withoutHeaders(stored);

    assertThat(bare).usingRecursiveComparison().ignoringFields("headers").isEqualTo(whole);
    assertThat(bare.isReadable()).isTrue();
    assertThat(bare.sequence()).isEqualTo(7);
    assertThat(whole.headers().lastHeader("ce_id")).isNotNull();
    assertThatThrownBy(bare::headers)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("record 42 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ce_source", "ce_type", "ce_subject", "ce_sequence"})
  void of_two_headers_with_one_name_the_last_one_counts_as_for_everybody(String name) {
    ConsumerRecord<ByteBuffer, ByteBuffer> stored = stored(TIME);
    header(stored, name, "8");
    EventEnvelope envelope = EventHeaders.read(stored.headers());
    FeedRecord read = FeedRecord.of(stored);

    assertThat(read.isReadable()).isTrue();
    assertThat(read.source()).isEqualTo(envelope.source());
    assertThat(read.type()).isEqualTo(envelope.type());
    assertThat(read.subject()).isEqualTo(envelope.subject());
    assertThat(read.sequence()).isEqualTo(envelope.sequence());
  }

  @Test
  void of_two_times_the_last_one_counts() {
    ConsumerRecord<ByteBuffer, ByteBuffer> stored = stored("2020-01-01T00:00:00.000Z");
    header(stored, "ce_time", TIME);

    assertThat(FeedRecord.of(stored).timeMillis()).isEqualTo(Instant.parse(TIME).toEpochMilli());
  }

  @Test
  void a_fault_stands_behind_all_headers_and_is_found() {
    ConsumerRecord<ByteBuffer, ByteBuffer> stored = stored(TIME);
    header(stored, FeedRecord.UNREADABLE, "The header ce_actor is missing");

    assertThat(FeedRecord.of(stored).fault()).isEqualTo("The header ce_actor is missing");
  }

  @Test
  void of_a_record_that_cannot_be_read_nothing_is_kept() {
    ConsumerRecord<ByteBuffer, ByteBuffer> stored = stored(TIME);
    header(stored, FeedRecord.UNREADABLE, "The header ce_actor is missing");
    FeedRecord read = FeedRecord.of(stored);

    assertThat(read.data().remaining()).isZero();
    assertThatThrownBy(read::headers).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void data_is_read_where_it_was_fetched() {
    byte[] fetched = bytes("before {\"a\": 1} behind");
    FeedRecord read = FeedRecord.of(stored(TIME, ByteBuffer.wrap(fetched, 7, 8).slice()));

    assertThat(StandardCharsets.UTF_8.decode(read.data()).toString()).isEqualTo("{\"a\": 1}");
    try (JsonParser json = read.json()) {
      assertThat(json.nextToken()).isEqualTo(JsonToken.START_OBJECT);
      assertThat(json.nextName()).isEqualTo("a");
      assertThat(json.nextIntValue(0)).isEqualTo(1);
      assertThat(json.nextToken()).isEqualTo(JsonToken.END_OBJECT);
      assertThat(json.nextToken()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TIME,
        "1970-01-01T00:00:00.000Z",
        "2028-02-29T23:59:59.999Z",
        "2026-11-23T01:02:03Z",
        "2026-11-23T01:02:03.123456Z"
      })
  void an_instant_is_read_in_our_fixed_form_and_in_any_other(String time) {
    assertThat(FeedRecord.of(stored(time)).timeMillis())
        .isEqualTo(Instant.parse(time).toEpochMilli());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-02-30T01:02:03.456Z",
        "2026-13-01T01:02:03.456Z",
        "2026-11-2xT01:02:03.456Z",
        "2026-11-23T01:02:03.45\u0663Z"
      })
  void what_is_no_instant_is_none(String time) {
    assertThat(FeedRecord.of(stored(time)).timeMillis()).isZero();
  }

  private static ConsumerRecord<ByteBuffer, ByteBuffer> stored(String time) {
    return stored(time, ByteBuffer.wrap(bytes("{}")));
  }

  private static ConsumerRecord<ByteBuffer, ByteBuffer> stored(String time, ByteBuffer data) {
    ConsumerRecord<ByteBuffer, ByteBuffer> record =
        new ConsumerRecord<>("feed", 0, 42, ByteBuffer.wrap(bytes("msn_1")), data);
    // the time stands first: whoever looks from the end comes past all others
    header(record, "ce_time", time);
    header(record, "ce_specversion", "1.0");
    header(record, "ce_id", "e1");
    header(record, "ce_source", "/trade-missions");
    header(record, "ce_type", "dev.kanmin.trade-missions.mission-opened.v1");
    header(record, "ce_subject", "msn_1");
    header(record, "ce_sequence", "7");
    header(record, "ce_chainid", "chn_1");
    header(record, "ce_actor", "jica/jica");
    return record;
  }

  private static void header(ConsumerRecord<?, ?> record, String name, String text) {
    record.headers().add(name, bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
