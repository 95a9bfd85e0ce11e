package dev.kanmin.bench.contest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.bench.load.Latencies;
import dev.kanmin.bench.relay.Outboxes;
import dev.kanmin.bench.relay.StoredEvents;
import dev.kanmin.bench.relay.TopicTail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The other sides have this module's classes on their class path, but nothing of the product. */
class OtherSidesTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        ContestantLoop.class,
        Sample.class,
        Settings.class,
        Stopwatch.class,
        Latencies.class,
        Outboxes.class,
        StoredEvents.class,
        TopicTail.class
      })
  void what_the_other_sides_use_needs_nothing_of_the_product(Class<?> used) throws IOException {
    try (var bytes = used.getResourceAsStream(used.getSimpleName() + ".class")) {
      assertThat(bytes).isNotNull();
      assertThat(new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1))
          .contains("dev/kanmin/bench")
          .doesNotContain("dev/kanmin/events", "dev/kanmin/infrastructure", "dev/kanmin/testkit");
    }
  }
}
