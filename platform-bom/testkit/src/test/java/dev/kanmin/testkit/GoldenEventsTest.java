package dev.kanmin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kanmin.events.wire.EventType;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class GoldenEventsTest {
  @TempDir Path folder;
  private GoldenEvents golden;

  private record Announced(String kind, int capacity) {}

  private record OnlyTheKind(String kind) {}

  @BeforeEach
  void write() throws Exception {
    Files.writeString(
        folder.resolve("announced.full.json"), "{\"capacity\": 12, \"kind\": \"outbound\"}");
    golden = new GoldenEvents(folder, JsonMapper.builder().build());
  }

  @Test
  void an_equal_event_passes_whatever_the_order_of_its_members() {
    golden.assertWrittenAs("announced.full", new Announced("outbound", 12));
  }

  @Test
  void another_value_fails_and_says_how_to_update() {
    assertThatThrownBy(
            () -> golden.assertWrittenAs("announced.full", new Announced("outbound", 13)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("-Dkanmin.golden.update=true");
  }

  @Test
  void a_missing_member_fails() {
    assertThatThrownBy(() -> golden.assertWrittenAs("announced.full", new OnlyTheKind("outbound")))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void a_missing_file_fails() {
    assertThatThrownBy(
            () -> golden.assertWrittenAs("announced.minimal", new OnlyTheKind("outbound")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("announced.minimal.json");
  }

  @Test
  void a_consumer_reads_the_members_it_declares() {
    var lenient =
        new GoldenEvents(
            folder,
            JsonMapper.builder()
                .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build());
    assertThat(lenient.read("announced.full", OnlyTheKind.class))
        .isEqualTo(new OnlyTheKind("outbound"));
    assertThat(lenient.names()).containsExactly("announced.full");
  }

  private sealed interface Catalogue {
    @EventType("announced")
    record Announced() implements Catalogue {}
  }

  private sealed interface Unwritten {
    @EventType("thing-lost")
    record ThingLost() implements Unwritten {}
  }

  private sealed interface TwoNames {
    @EventType("announced")
    record Published() implements TwoNames {}
  }

  @Test
  void a_catalogue_is_complete_when_each_event_has_its_file_and_its_name() throws Exception {
    Files.writeString(folder.resolve("announced.v1.full.json"), "{}");
    golden.assertComplete(Catalogue.class);
    assertThatThrownBy(() -> golden.assertComplete(Unwritten.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("thing-lost.v1.full");
    assertThatThrownBy(() -> golden.assertComplete(TwoNames.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("one name for one thing");
  }
}
