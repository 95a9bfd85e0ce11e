package dev.kanmin.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedRecordTest {
  private static final String TIME = "2026-11-23T01:02:03.456Z";

  @Test
  void without_its_headers_a_record_says_the_same_and_cannot_be_shown() {
    ConsumerRecord<byte[], byte[]> stored = stored(TIME);
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

  private static ConsumerRecord<byte[], byte[]> stored(String time) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>("feed", 0, 42, bytes("msn_1"), bytes("{}"));
    Map.of(
            "ce_id", "e1",
            "ce_source", "/trade-missions",
            "ce_type", "dev.kanmin.trade-missions.mission-opened.v1",
            "ce_subject", "msn_1",
            "ce_sequence", "7",
            "ce_time", time)
        .forEach((name, text) -> record.headers().add(name, bytes(text)));
    return record;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
