package dev.kanmin.bench.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.wire.EventEnvelope;
import dev.kanmin.events.wire.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

class StoredEventsTest {
  @Test
  void headers_are_those_that_a_command_writes() {
    var envelope =
        new EventEnvelope(
            "/bench",
            "dev.kanmin.bench.happened.v1",
            "obx_1",
            1,
            Instant.parse("2026-11-23T00:00:00Z"),
            "https://kanmin.dev/schemas/bench/happened.v1.json",
            "obx_1",
            Optional.empty(),
            "jica/jica",
            Optional.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));

    assertThat(StoredEvents.headers("obx_1")).containsExactlyEntriesOf(EventHeaders.of(envelope));
  }

  @Test
  void documents_and_records_carry_the_same_kilobyte() {
    var entry =
        StoredEvents.document("obx_1", Instant.EPOCH).getList("outbox", Document.class).getFirst();
    var record = StoredEvents.record("topic", "obx_1");

    assertThat(entry.get("data", Binary.class).getData())
        .hasSize(StoredEvents.DATA)
        .isEqualTo(record.value());
    assertThat(StoredEvents.text().getBytes(StandardCharsets.UTF_8)).isEqualTo(record.value());
  }
}
