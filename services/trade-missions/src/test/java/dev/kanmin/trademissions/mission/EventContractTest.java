package dev.kanmin.trademissions.mission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.EventType;
import dev.kanmin.events.EventTypes;
import dev.kanmin.events.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The golden files in {@code contract/events} are what consumers test against. After a deliberate
 * change they are written anew with {@code -Dkanmin.golden=write}; the difference shows in review.
 */
class EventContractTest {
  private static final Path GOLDEN = Path.of("contract", "events");
  private static final EventTypes<MissionEvent> CATALOGUE =
      EventTypes.of("trade-missions", MissionEvent.class);

  static Set<Map.Entry<String, MissionEvent>> samples() {
    return SampleEvents.all().entrySet();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void what_we_publish_is_what_the_golden_file_says(Map.Entry<String, MissionEvent> sample)
      throws IOException {
    JsonNode published = Json.events().readTree(Json.events().writeValueAsBytes(sample.getValue()));
    Path file = GOLDEN.resolve(sample.getKey() + ".json");
    if ("write".equals(System.getProperty("kanmin.golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, published.toPrettyString() + "\n");
    }
    assertThat(published).isEqualTo(Json.events().readTree(Files.readString(file)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void new_code_reads_old_events(Map.Entry<String, MissionEvent> sample) throws IOException {
    String golden = Files.readString(GOLDEN.resolve(sample.getKey() + ".json"));
    MissionEvent read = Json.events().readValue(golden, sample.getValue().getClass());
    assertThat(Json.events().readTree(Json.events().writeValueAsBytes(read)))
        .isEqualTo(Json.events().readTree(golden));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void old_code_reads_new_events(Map.Entry<String, MissionEvent> sample) throws IOException {
    String golden = Files.readString(GOLDEN.resolve(sample.getKey() + ".json"));
    ObjectNode newer = (ObjectNode) Json.events().readTree(golden);
    newer.put("addedLater", "unknown to this code").putObject("alsoAdded").put("deep", 1);
    MissionEvent read = Json.events().treeToValue(newer, sample.getValue().getClass());
    assertThat(Json.events().readTree(Json.events().writeValueAsBytes(read)))
        .isEqualTo(Json.events().readTree(golden));
  }

  @Test
  void every_event_has_a_golden_file_and_every_golden_file_an_event() throws IOException {
    Set<String> names =
        Arrays.stream(MissionEvent.class.getPermittedSubclasses())
            .map(event -> event.getAnnotation(EventType.class))
            .map(type -> type.value() + ".v" + type.version() + ".full")
            .collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(GOLDEN)) {
      Set<String> golden =
          files
              .map(file -> file.getFileName().toString().replace(".json", ""))
              .collect(Collectors.toSet());
      assertThat(golden).containsAll(names).isEqualTo(SampleEvents.all().keySet());
    }
    assertThat(CATALOGUE.types()).hasSameSizeAs(names);
  }

  @Test
  void no_published_event_tells_a_company_a_draft_or_free_text() {
    SampleEvents.all()
        .forEach(
            (name, event) ->
                assertThat(
                        Json.events().readTree(Json.events().writeValueAsBytes(event)).propertyNames())
                    .as(name)
                    .doesNotContain("company", "submittedBy", "plan", "reason", "report"));
  }
}
