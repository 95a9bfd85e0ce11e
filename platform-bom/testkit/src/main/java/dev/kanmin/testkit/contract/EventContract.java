package dev.kanmin.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.wire.EventData;
import dev.kanmin.events.wire.EventType;
import dev.kanmin.events.wire.Json;
import dev.kanmin.testkit.GoldenEvents;
import dev.kanmin.testkit.service.Stories;
import dev.kanmin.testkit.service.Stories.Told;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What consumers test against: the golden files in {@code contract/events}, written from stories.
 * Each is as the service writes it, new code reads it, and code of today reads what a later one
 * adds.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> events_are_what_their_golden_files_say() {
 *   return new EventContract(Path.of("contract")).told(Reports.TYPE, full, minimal).tests();
 * }
 * }</pre>
 */
public final class EventContract {
  private final GoldenEvents golden;
  private final Map<String, Told<?>> samples = new LinkedHashMap<>();
  private final List<Class<?>> catalogues = new ArrayList<>();

  /**
   * @param contract the service's folder {@code contract}
   */
  public EventContract(Path contract) {
    this.golden = new GoldenEvents(contract.resolve("events"), Json.events());
  }

  /**
   * The events of a type, the first one of each name.
   *
   * @param full stories in which every event comes with all that it can hold
   * @param minimal stories with as little as there can be; of what differs from the full one, a
   *     second example is kept
   */
  public <C, E, S> EventContract told(
      AggregateType<C, E, S> type, List<Stories<C, E, S>> full, List<Stories<C, E, S>> minimal) {
    catalogues.add(type.events());
    full.forEach(story -> story.told().forEach(it -> samples.putIfAbsent(name(it, "full"), it)));
    minimal.forEach(
        story ->
            story.told().stream()
                .filter(it -> !parts(full(it)).equals(parts(it)))
                .forEach(it -> samples.putIfAbsent(name(it, "minimal"), it)));
    return this;
  }

  public Stream<DynamicTest> tests() {
    Stream<DynamicTest> ofEach =
        samples.entrySet().stream()
            .flatMap(
                it ->
                    Stream.of(
                        test(it.getKey() + " is written so", () -> written(it)),
                        test(it.getKey() + " is read so", () -> read(it)),
                        test(it.getKey() + " may grow", () -> readGrown(it))));
    return Stream.concat(
        ofEach, Stream.of(test("no event is without a golden file", this::complete)));
  }

  private static DynamicTest test(String name, Runnable check) {
    return DynamicTest.dynamicTest(name, check::run);
  }

  private void written(Map.Entry<String, Told<?>> sample) {
    golden.assertWrittenAs(sample.getKey(), published(sample.getValue().event(), sample));
  }

  private void read(Map.Entry<String, Told<?>> sample) {
    Object read = golden.read(sample.getKey(), sample.getValue().event().getClass());
    golden.assertWrittenAs(sample.getKey(), published(read, sample));
  }

  private void readGrown(Map.Entry<String, Told<?>> sample) {
    ObjectNode newer = golden.read(sample.getKey(), ObjectNode.class);
    newer.put("addedLater", "unknown to this code").putObject("alsoAdded").put("deep", 1);
    Object read = Json.events().treeToValue(newer, sample.getValue().event().getClass());
    golden.assertWrittenAs(sample.getKey(), published(read, sample));
  }

  private void complete() {
    catalogues.forEach(golden::assertComplete);
    assertThat(golden.names()).containsExactlyInAnyOrderElementsOf(samples.keySet());
  }

  private static JsonNode published(Object event, Map.Entry<String, Told<?>> sample) {
    return Json.events().readTree(EventData.write(event, sample.getValue().card()));
  }

  private Told<?> full(Told<?> minimal) {
    return samples.getOrDefault(name(minimal, "full"), minimal);
  }

  /** Which parts an event has, whatever stands in them. */
  private static List<String> parts(Told<?> told) {
    return Json.events().valueToTree(told.event()).propertyNames().stream().sorted().toList();
  }

  private static String name(Told<?> told, String example) {
    EventType type = told.event().getClass().getAnnotation(EventType.class);
    return type.value() + ".v" + type.version() + "." + example;
  }
}
