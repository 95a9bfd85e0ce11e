package dev.kanmin.events.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kanmin.events.aggregates.Ids;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventHeadersTest {
  private static final EventEnvelope ENVELOPE =
      new EventEnvelope(
          "/trade-missions",
          "dev.kanmin.trade-missions.mission-announced.v1",
          "msn_1",
          3,
          Instant.parse("2026-11-23T12:00:00.120Z"),
          "https://kanmin.dev/schemas/trade-missions/mission-announced.v1.json",
          "chain",
          Optional.of("/oda-linkage/act_1/2"),
          "jetro/client",
          Optional.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));

  @Test
  void what_is_written_is_read_back() {
    Map<String, String> headers = EventHeaders.of(ENVELOPE);

    assertThat(headers)
        .containsEntry("ce_id", "msn_1/3")
        .containsEntry("ce_time", "2026-11-23T12:00:00.120Z")
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("content-type", "application/json");
    assertThat(EventHeaders.read(name -> Optional.ofNullable(headers.get(name))))
        .isEqualTo(ENVELOPE);
  }

  @ParameterizedTest
  @CsvSource({
    "ce_sequence, 0",
    "ce_sequence, -1",
    "ce_sequence, one",
    "ce_sequence, 99999999999999999999",
    "ce_time, yesterday",
    "ce_specversion, 0.3",
    "ce_subject, ''",
    "ce_source, ''",
    "ce_chainid, ''"
  })
  void a_header_that_cannot_be_right_is_named(String name, String value) {
    Map<String, String> headers = new HashMap<>(EventHeaders.of(ENVELOPE));
    headers.put(name, value);

    assertThatThrownBy(() -> EventHeaders.read(header -> Optional.ofNullable(headers.get(header))))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessageContaining(name);
  }

  @Test
  void ids_are_derived_or_sort_by_time() {
    assertThat(Ids.derived("act", "JP-1"))
        .isEqualTo(Ids.derived("act", "JP-1"))
        .isNotEqualTo(Ids.derived("act", "JP-2"));
    assertThat(Ids.isWellFormed("act", Ids.derived("act", "JP-1"))).isTrue();
    assertThat(Ids.isWellFormed("act", "act_{\"$gt\":\"\"}")).isFalse();
    Instant now = Instant.parse("2026-11-23T12:00:00Z");
    assertThat(Ids.random("msn", now)).isLessThan(Ids.random("msn", now.plusMillis(1)));
  }
}
