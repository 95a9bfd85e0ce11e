package dev.kanmin.odalinkage.linkage;

import static dev.kanmin.odalinkage.linkage.LinkageSamples.NONE;
import static dev.kanmin.odalinkage.linkage.LinkageSamples.REMARK;
import static dev.kanmin.odalinkage.linkage.LinkageSamples.toActivity;
import static dev.kanmin.odalinkage.linkage.LinkageSamples.toAll;
import static dev.kanmin.odalinkage.linkage.LinkageSamples.toNeed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.wire.Json;
import dev.kanmin.odalinkage.Told;
import dev.kanmin.odalinkage.linkage.LinkageCommand.*;
import dev.kanmin.testkit.GoldenEvents;
import dev.kanmin.testkit.contract.LifeCycleDocument;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** The golden files of linkages in {@code contract/events} are what consumers test against. */
class LinkageContractTest {
  private static final GoldenEvents GOLDEN =
      new GoldenEvents(Path.of("contract", "events"), Json.events());
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  static Set<Map.Entry<String, Told<LinkageEvent>>> samples() {
    return all().entrySet();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void what_we_publish_is_what_the_golden_file_says(Map.Entry<String, Told<LinkageEvent>> sample) {
    Told<LinkageEvent> told = sample.getValue();
    GOLDEN.assertWrittenAs(sample.getKey(), told.published(told.event()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void old_code_reads_new_events(Map.Entry<String, Told<LinkageEvent>> sample) {
    Told<LinkageEvent> told = sample.getValue();
    ObjectNode newer = GOLDEN.read(sample.getKey(), ObjectNode.class);
    newer.put("addedLater", "unknown to this code");
    LinkageEvent read = Json.events().treeToValue(newer, told.event().getClass());
    GOLDEN.assertWrittenAs(sample.getKey(), told.published(read));
  }

  @Test
  void every_event_has_a_golden_file_and_the_name_of_its_record() {
    GOLDEN.assertComplete(LinkageEvent.class);
    assertThat(GOLDEN.names())
        .filteredOn(name -> name.startsWith("linkage-"))
        .containsExactlyInAnyOrderElementsOf(all().keySet());
  }

  @Test
  void each_names_company_target_and_cell_and_none_a_score_or_remark() {
    all()
        .forEach(
            (name, told) -> {
              var published = told.published(told.event());
              assertThat(published.propertyNames())
                  .as(name)
                  .contains("linkageId", "companyId", "offersTo", "country", "field")
                  .doesNotContain("proposal", "remark", "score", "match");
              assertThat(published.toString()).as(name).doesNotContain("Price", "8125");
            });
  }

  @Test
  void the_life_cycle_in_the_readme_is_that_of_the_table() {
    LifeCycleDocument.check(Path.of("README.md"), LinkageLifeCycle.TABLE);
  }

  private static Map<String, Told<LinkageEvent>> all() {
    Map<String, Told<LinkageEvent>> samples = new LinkedHashMap<>();
    List.of(
            Told.of(
                Linkages.TYPE,
                "jica",
                new Propose(toAll()),
                new Shortlist(),
                new Agree(DAY, REMARK),
                new Deliver(DAY, true, REMARK),
                new FollowUp(DAY, REMARK)),
            Told.of(
                Linkages.TYPE,
                "jica",
                new Propose(toNeed()),
                new Agree(DAY, NONE),
                new Reject(RejectionReason.TOO_EXPENSIVE, REMARK)))
        .forEach(life -> life.forEach(it -> samples.putIfAbsent(it.name() + ".full", it)));
    Told.of(
            Linkages.TYPE,
            "jica",
            new Propose(toActivity()),
            new Agree(DAY, NONE),
            new Deliver(DAY, false, NONE))
        .forEach(it -> samples.put(it.name() + ".minimal", it));
    return samples;
  }
}
