package dev.kanmin.odalinkage.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.EventType;
import dev.kanmin.events.Json;
import dev.kanmin.odalinkage.activity.ActivityEvent.Imported;
import dev.kanmin.testkit.GoldenEvents;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The golden files in {@code contract/events} are what consumers test against. */
class ActivityEventContractTest {
  private static final GoldenEvents GOLDEN =
      new GoldenEvents(Path.of("contract", "events"), Json.events());

  static List<String> golden() {
    return GOLDEN.names();
  }

  @ParameterizedTest
  @MethodSource("golden")
  void what_is_read_from_a_golden_file_is_written_as_it_stands_there(String name) {
    GOLDEN.assertWrittenAs(name, GOLDEN.read(name, type(name)));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void an_old_reader_reads_an_event_with_parts_added_later(String name) {
    ObjectNode newer = GOLDEN.read(name, ObjectNode.class);
    newer.put("addedLater", "unknown to this code").putObject("alsoAdded").put("deep", 1);
    newer.withObject("/activity").put("addedLater", true);
    ActivityEvent read = Json.events().treeToValue(newer, type(name));
    GOLDEN.assertWrittenAs(name, read);
  }

  @Test
  void every_event_has_a_full_and_a_minimal_golden_file_and_every_file_an_event() {
    List<String> expected =
        Arrays.stream(ActivityEvent.class.getPermittedSubclasses())
            .map(ActivityEventContractTest::published)
            .flatMap(name -> Stream.of(name + ".full", name + ".minimal"))
            .toList();
    assertThat(GOLDEN.names()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void what_an_import_publishes_has_the_parts_of_the_golden_file_and_no_narrative() {
    Samples.Sample sample = Samples.tour().getFirst();
    var command =
        new ActivityCommand.Import(AgencyCode.of("jica"), sample.report(), sample.activity());
    Imported event =
        (Imported)
            new ActivityDecider(Delegations.NONE).decide(command, Activity.UNKNOWN).getFirst();
    JsonNode written = Json.events().valueToTree(event);

    assertThat(written.propertyNames()).containsExactly("activity");
    JsonNode full = GOLDEN.read("activity-imported.v1.full", JsonNode.class).get("activity");
    assertThat(full.propertyNames()).containsAll(written.get("activity").propertyNames());
    assertThat(written.toString()).contains("内視鏡診断").doesNotContain("省病院10か所に", "協力機関", "ハノイ");
  }

  private static Class<? extends ActivityEvent> type(String golden) {
    String published = golden.substring(0, golden.lastIndexOf('.'));
    Optional<Class<?>> found =
        Arrays.stream(ActivityEvent.class.getPermittedSubclasses())
            .filter(event -> published(event).equals(published))
            .findFirst();
    return found.orElseThrow().asSubclass(ActivityEvent.class);
  }

  private static String published(Class<?> event) {
    EventType type = event.getAnnotation(EventType.class);
    return type.value() + ".v" + type.version();
  }
}
