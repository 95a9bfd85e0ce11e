package dev.kanmin.trademissions.mission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.EventType;
import dev.kanmin.events.Json;
import dev.kanmin.testkit.GoldenEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The golden files in {@code contract/events} are what consumers test against. */
class EventContractTest {
  private static final GoldenEvents GOLDEN =
      new GoldenEvents(Path.of("contract", "events"), Json.events());

  static Set<Map.Entry<String, MissionEvent>> samples() {
    return SampleEvents.all().entrySet();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void what_we_publish_is_what_the_golden_file_says(Map.Entry<String, MissionEvent> sample) {
    GOLDEN.assertWrittenAs(sample.getKey(), sample.getValue());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void new_code_reads_old_events(Map.Entry<String, MissionEvent> sample) {
    MissionEvent read = GOLDEN.read(sample.getKey(), sample.getValue().getClass());
    GOLDEN.assertWrittenAs(sample.getKey(), read);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void old_code_reads_new_events(Map.Entry<String, MissionEvent> sample) {
    ObjectNode newer = GOLDEN.read(sample.getKey(), ObjectNode.class);
    newer.put("addedLater", "unknown to this code").putObject("alsoAdded").put("deep", 1);
    MissionEvent read = Json.events().treeToValue(newer, sample.getValue().getClass());
    GOLDEN.assertWrittenAs(sample.getKey(), read);
  }

  @Test
  void every_event_has_a_golden_file_and_every_golden_file_an_event() {
    Set<String> full =
        Arrays.stream(MissionEvent.class.getPermittedSubclasses())
            .map(event -> event.getAnnotation(EventType.class))
            .map(type -> type.value() + ".v" + type.version() + ".full")
            .collect(Collectors.toSet());
    assertThat(GOLDEN.names())
        .containsAll(full)
        .containsExactlyInAnyOrderElementsOf(SampleEvents.all().keySet());
  }

  @Test
  void the_description_of_the_topic_names_every_event_and_what_its_data_must_have()
      throws IOException {
    JsonNode description =
        Json.events()
            .valueToTree(new Yaml().load(Files.readString(Path.of("contract", "asyncapi.yaml"))));
    Map<String, JsonNode> messages = new LinkedHashMap<>();
    description
        .at("/components/messages")
        .values()
        .forEach(message -> messages.put(message.at("/name").asString(), message));
    assertThat(messages.keySet()).containsExactlyElementsOf(Missions.EVENTS.types());
    assertThat(description.at("/channels/missions/messages").propertyNames())
        .containsExactlyElementsOf(description.at("/components/messages").propertyNames());
    SampleEvents.all()
        .forEach(
            (name, event) -> {
              JsonNode message = messages.get(Missions.EVENTS.typeOf(event.getClass()));
              String payload = message.at("/payload/$ref").asString().substring(1);
              JsonNode schema = description.at(payload);
              Set<String> written = Set.copyOf(Json.events().valueToTree(event).propertyNames());
              assertThat(schema.path("properties").propertyNames()).as(name).containsAll(written);
              schema
                  .path("required")
                  .values()
                  .forEach(field -> assertThat(written).as(name).contains(field.asString()));
            });
  }

  @Test
  void no_event_tells_a_company_a_draft_or_free_text() {
    SampleEvents.all()
        .forEach(
            (name, event) -> {
              JsonNode published = Json.events().valueToTree(event);
              assertThat(published.propertyNames())
                  .as(name)
                  .doesNotContain("company", "submittedBy", "plan", "reason", "report");
            });
  }
}
