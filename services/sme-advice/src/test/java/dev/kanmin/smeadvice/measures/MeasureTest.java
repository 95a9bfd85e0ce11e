package dev.kanmin.smeadvice.measures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.aggregates.Rule;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.Json;
import dev.kanmin.smeadvice.DevFiles;
import dev.kanmin.smeadvice.measures.KnownMeasures.Known;
import dev.kanmin.smeadvice.measures.Measure.Standing;
import dev.kanmin.smeadvice.measures.MeasureCommand.*;
import dev.kanmin.smeadvice.measures.MeasureEvent.*;
import dev.kanmin.testkit.contract.LifeCycleDocument;
import dev.kanmin.testkit.service.Stories;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class MeasureTest {
  private static final Measure SURVEY = measure(json -> {});
  private static final String ID = MeasureDecider.id("jetro", SURVEY.code());
  private static final Publish PUBLISH = new Publish(ID, SURVEY);

  @Test
  void who_publishes_a_measure_keeps_it() {
    published().by("jica").when(new Retire()).thenRefusedBy(MeasureRules.NOT_YOUR_MEASURE);
    published().when(new Retire()).then(new SupportMeasureRetired(ID, MeasureState.RETIRED));
  }

  @Test
  void published_again_as_it_is_it_leads_to_nothing() {
    published().when(PUBLISH).thenNothing();
    published()
        .when(new Publish(ID, measure(json -> json.put("rate", "1/2"))))
        .thenRefusedBy(MeasureRules.ALREADY_PUBLISHED);
  }

  @Test
  void a_revised_measure_is_current_again() {
    Measure revised = measure(json -> json.put("rate", "1/2"));
    assertThat(published().given(new Retire(), new Revise(revised)).state().state())
        .isEqualTo(MeasureState.CURRENT);
    published()
        .when(new Revise(measure(json -> json.put("code", "another"))))
        .thenRefusedBy(MeasureRules.CODE_NEVER_CHANGES, "/code");
  }

  @Test
  void faults_are_refused_where_they_are() {
    refused("/kind", json -> json.put("kind", "gift"), MeasureRules.UNKNOWN_CODE);
    refused("/rate", json -> json.put("rate", "two thirds"), MeasureRules.ILL_FORMED_RATE);
    refused(
        "/calls/0/to",
        json -> ((ObjectNode) json.at("/calls/0")).put("to", "2026-10-31"),
        MeasureRules.DATES_OUT_OF_ORDER);
    refused(
        "/source/url",
        json -> ((ObjectNode) json.at("/source")).put("url", "javascript:alert(1)"),
        MeasureRules.ILL_FORMED_ADDRESS);
  }

  @Test
  void whether_applications_are_taken_is_a_question_of_the_day() {
    assertThat(SURVEY.standing(LocalDate.parse("2026-10-31"))).isEqualTo(Standing.UPCOMING);
    assertThat(SURVEY.standing(LocalDate.parse("2026-11-01"))).isEqualTo(Standing.OPEN);
    assertThat(SURVEY.standing(LocalDate.parse("2026-12-18"))).isEqualTo(Standing.OPEN);
    assertThat(SURVEY.standing(LocalDate.parse("2026-12-19"))).isEqualTo(Standing.CLOSED);
    assertThat(measure(json -> json.remove("calls")).standing(LocalDate.parse("2026-12-19")))
        .isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void its_card_tells_ceiling_and_calls() {
    Card card = published().card().orElseThrow();
    assertThat(card.figures())
        .containsExactly(
            Card.Figure.money("ceiling", SURVEY.ceiling().orElseThrow().amount(), "JPY"));
    assertThat(card.dates())
        .extracting(Card.Due::what)
        .containsExactly("call-opens", "call-closes");
    assertThat(published().given(new Retire()).card().orElseThrow().dates()).isEmpty();
  }

  @Test
  void at_least_twelve_real_measures_are_known_each_with_its_source() {
    List<Known> known = KnownMeasures.read();
    assertThat(known).hasSizeGreaterThanOrEqualTo(12);
    known.forEach(it -> MeasureRules.check(it.measure()));
    assertThat(known).extracting(Known::id).doesNotHaveDuplicates();
    assertThat(known).allMatch(it -> it.measure().source().url().isPresent());
    assertThat(known)
        .extracting(it -> it.measure().kind())
        .contains("subsidy", "survey", "research-and-development", "fund", "insurance");
  }

  @Test
  void what_nobody_could_check_tells_no_figures() {
    assertThat(KnownMeasures.read())
        .filteredOn(it -> it.measure().source().trust().equals("unchecked"))
        .isNotEmpty()
        .allMatch(it -> it.measure().ceiling().isEmpty() && it.measure().rate().isEmpty());
  }

  @Test
  void the_life_cycle_in_the_readme_is_that_of_the_table() {
    LifeCycleDocument.check(Path.of("README.md"), MeasureLifeCycle.TABLE);
  }

  private static void refused(String place, Consumer<ObjectNode> change, Rule rule) {
    Stories.of(Measures.TYPE).when(new Publish(ID, measure(change))).thenRefusedBy(rule, place);
  }

  static Stories<MeasureCommand, MeasureEvent, MeasureRecord> published() {
    return Stories.of(Measures.TYPE).given(PUBLISH);
  }

  static Measure measure(Consumer<ObjectNode> change) {
    return Json.events()
        .treeToValue(DevFiles.read("measures/needs-survey.json", change), Measure.class);
  }
}
