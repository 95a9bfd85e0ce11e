package dev.kanmin.odalinkage.need;

import static dev.kanmin.odalinkage.need.NeedSamples.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.wire.Json;
import dev.kanmin.odalinkage.Told;
import dev.kanmin.odalinkage.need.NeedCommand.*;
import dev.kanmin.testkit.GoldenEvents;
import dev.kanmin.testkit.contract.LifeCycleDocument;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** The golden files of needs in {@code contract/events} are what consumers test against. */
class NeedContractTest {
  private static final GoldenEvents GOLDEN =
      new GoldenEvents(Path.of("contract", "events"), Json.events());
  private static final String LINKAGE = "lnk_01k0000000000000000000samp";
  private static final Optional<LocalizedText> REMARK =
      Optional.of(LocalizedText.of("【サンプル】電話で確認", "[Sample] By telephone"));

  static Set<Map.Entry<String, Told<NeedEvent>>> samples() {
    return all().entrySet();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void what_we_publish_is_what_the_golden_file_says(Map.Entry<String, Told<NeedEvent>> sample) {
    Told<NeedEvent> told = sample.getValue();
    GOLDEN.assertWrittenAs(sample.getKey(), told.published(told.event()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void old_code_reads_new_events(Map.Entry<String, Told<NeedEvent>> sample) {
    Told<NeedEvent> told = sample.getValue();
    ObjectNode newer = GOLDEN.read(sample.getKey(), ObjectNode.class);
    newer.put("addedLater", "unknown to this code");
    NeedEvent read = Json.events().treeToValue(newer, told.event().getClass());
    GOLDEN.assertWrittenAs(sample.getKey(), told.published(read));
  }

  @Test
  void every_event_has_a_golden_file_and_the_name_of_its_record() {
    GOLDEN.assertComplete(NeedEvent.class);
    assertThat(GOLDEN.names())
        .filteredOn(name -> name.startsWith("need-"))
        .containsExactlyInAnyOrderElementsOf(all().keySet());
  }

  @Test
  void no_event_tells_a_narrative() {
    all()
        .forEach(
            (name, told) ->
                assertThat(told.published(told.event()).toString())
                    .as(name)
                    .doesNotContain("telephone", "colorectal", "Survey", "plan\"", "remark"));
  }

  @Test
  void the_life_cycle_in_the_readme_is_that_of_the_table() {
    LifeCycleDocument.check(Path.of("README.md"), NeedLifeCycle.TABLE);
  }

  private static Map<String, Told<NeedEvent>> all() {
    Map<String, Told<NeedEvent>> samples = new LinkedHashMap<>();
    List.of(
            Told.of(
                Needs.TYPE,
                "jica",
                new Register(plan("endoscopy-vietnam")),
                new Revise(plan("endoscopy-vietnam", json -> json.put("urgency", "critical"))),
                new Verify(REMARK),
                new Match(LINKAGE),
                new Unmatch(LINKAGE),
                new Match(LINKAGE),
                new MeetByLinkage(LINKAGE)),
            Told.of(
                Needs.TYPE,
                "jica",
                new Register(plan("dialysis-indonesia")),
                new Lapse(LapseReason.OTHER, REMARK),
                new Reopen()))
        .forEach(life -> life.forEach(it -> samples.putIfAbsent(it.name() + ".full", it)));
    Told.of(Needs.TYPE, "jica", new Register(plan("dialysis-indonesia")), new Meet())
        .forEach(it -> samples.put(it.name() + ".minimal", it));
    return samples;
  }
}
