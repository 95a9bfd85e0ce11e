package dev.kanmin.odalinkage.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.EventData;
import dev.kanmin.events.wire.EventType;
import dev.kanmin.events.wire.Json;
import dev.kanmin.odalinkage.linkage.Linkages;
import dev.kanmin.odalinkage.need.Needs;
import dev.kanmin.testkit.GoldenEvents;
import dev.kanmin.testkit.contract.EventDocuments;
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

/**
 * The golden files in {@code contract/events} are what consumers test against: events with the card
 * that the platform adds.
 */
class ActivityEventContractTest {
  private static final Path CONTRACT = Path.of("contract");
  private static final GoldenEvents GOLDEN =
      new GoldenEvents(CONTRACT.resolve("events"), Json.events());

  /** Other kinds have tests of their own. */
  static List<String> golden() {
    List<String> published =
        Arrays.stream(ActivityEvent.class.getPermittedSubclasses())
            .map(ActivityEventContractTest::publishedName)
            .toList();
    return GOLDEN.names().stream()
        .filter(name -> published.contains(name.substring(0, name.lastIndexOf('.'))))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("golden")
  void what_is_read_from_a_golden_file_is_written_as_it_stands_there(String name) {
    GOLDEN.assertWrittenAs(name, published(GOLDEN.read(name, type(name))));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void an_old_reader_reads_an_event_with_parts_added_later(String name) {
    ObjectNode newer = GOLDEN.read(name, ObjectNode.class);
    newer.put("addedLater", "unknown to this code").putObject("alsoAdded").put("deep", 1);
    newer.withObject("/activity").put("addedLater", true);
    ActivityEvent read = Json.events().treeToValue(newer, type(name));
    GOLDEN.assertWrittenAs(name, published(read));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void an_event_from_before_later_parts_is_read(String name) {
    ObjectNode older = GOLDEN.read(name, ObjectNode.class);
    ObjectNode activity = older.withObject("/activity");
    activity.remove(List.of("lastUpdated", "fieldSharesOverlap", "related", "leftOut", "expected"));
    activity.withObject("/money").remove("figures");

    ActivityFacts read = Json.events().treeToValue(older, type(name)).activity();

    assertThat(read.leftOut()).isEmpty();
    assertThat(read.money().figures()).isEmpty();
    assertThat(read.fieldSharesOverlap()).isEmpty();
  }

  @Test
  void every_event_has_a_full_and_a_minimal_golden_file_and_every_file_an_event() {
    GOLDEN.assertComplete(ActivityEvent.class);
    List<String> expected =
        Arrays.stream(ActivityEvent.class.getPermittedSubclasses())
            .map(ActivityEventContractTest::publishedName)
            .flatMap(name -> Stream.of(name + ".full", name + ".minimal"))
            .toList();
    assertThat(golden()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void schemas_and_the_description_of_the_topic_are_made_from_the_events() {
    Ownership ownership = new Ownership(Delegations.NONE);
    EventDocuments.of(
            "oda-linkage",
            "ODA linkage",
            ActivityStorage.type(ownership, ActivityLifeCycle.under(ownership)),
            Needs.TYPE,
            Linkages.TYPE)
        .check(CONTRACT);
  }

  @Test
  void what_an_import_publishes_has_the_parts_of_the_golden_file_and_no_narrative() {
    Samples.Sample sample = Samples.tour().getFirst();
    var asked =
        new Asked(
            AgencyCode.of("jica"), new ActivityCommand.Import(sample.report(), sample.activity()));
    Ownership ownership = new Ownership(Delegations.NONE);
    ActivityEvent event =
        new ActivityDecider(ownership, ActivityLifeCycle.under(ownership))
            .decide(asked.command(), Activity.UNKNOWN, asked.context())
            .getFirst();
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
            .filter(event -> publishedName(event).equals(published))
            .findFirst();
    return found.orElseThrow().asSubclass(ActivityEvent.class);
  }

  /** As it goes on the bus: a birth, or a later event by the owner. */
  private static JsonNode published(ActivityEvent event) {
    EventType type = event.getClass().getAnnotation(EventType.class);
    boolean birth = type.value().equals("activity-registered");
    ActivityFacts facts = event.activity();
    Card.Last last =
        new Card.Last(
            type.value(),
            Asked.NOW,
            facts.owner().code(),
            birth ? Optional.empty() : Optional.of(facts.state().code()));
    Card card = ActivityCard.of(facts).with(last);
    return Json.events().readTree(EventData.write(event, Optional.of(card)));
  }

  private static String publishedName(Class<?> event) {
    EventType type = event.getAnnotation(EventType.class);
    return type.value() + ".v" + type.version();
  }
}
