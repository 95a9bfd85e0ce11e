package dev.kanmin.trademissions.mission;

import static dev.kanmin.trademissions.mission.Samples.FIRST_DAY;
import static dev.kanmin.trademissions.mission.Samples.JANUARY;
import static dev.kanmin.trademissions.mission.Samples.WHY;
import static dev.kanmin.trademissions.mission.Samples.apply;
import static dev.kanmin.trademissions.mission.Samples.company;
import static dev.kanmin.trademissions.mission.Samples.open;
import static dev.kanmin.trademissions.mission.Samples.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.Json;
import dev.kanmin.testkit.service.Stories;
import dev.kanmin.trademissions.mission.MissionCommand.*;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MissionCardTest {
  private static final MissionPlan OUTWARD = plan("outward-endoscopy");

  /** Two companies applied, one of them has a place. */
  private static final Stories<MissionCommand, MissionEvent, Mission> SELECTED =
      Given.mission(open(20))
          .given(apply("app_a", 1), apply("app_b", 2), new StartSelection())
          .given(new Select("app_a"), new Decline("app_b", Samples.FULL), new FinishSelection());

  @Test
  void nothing_of_a_draft_is_public_nor_of_one_that_was_given_up() {
    assertThat(MissionCard.of(Given.mission(new Draft(OUTWARD)).state())).isEmpty();
    assertThat(MissionCard.of(Given.mission(new Draft(OUTWARD), new Cancel(WHY)).state()))
        .isEmpty();
  }

  @Test
  void it_says_what_where_and_who() {
    Card card = card(Given.mission(open(20)));
    assertThat(card.kind()).isEqualTo("mission");
    assertThat(card.state()).isEqualTo("open");
    assertThat(card.title()).containsOnlyKeys("ja", "en");
    assertThat(card.countries()).extracting(Card.Share::code).containsExactly("VN", "TH");
    assertThat(card.fields())
        .extracting(Card.Share::code)
        .containsExactly("endoscopy", "diagnostic-imaging");
    assertThat(card.responsible())
        .extracting(Card.Responsible::agency, Card.Responsible::office, Card.Responsible::role)
        .containsExactly(
            tuple("jetro", Optional.of("sample-hanoi"), "organiser"),
            tuple("jica", Optional.empty(), "co-organiser"),
            tuple("mej", Optional.empty(), "supporter"));
    assertThat(card.facets()).containsExactly(entry("mission-kinds", List.of("outward-mission")));
    assertThat(card.links()).containsExactly(new Card.Link("reference", "sample-event:2027-0001"));
    assertThat(card.sample()).isTrue();
    assertThat(card.audience()).isEqualTo(Card.Audience.PARTNER);
  }

  @Test
  void a_plan_is_no_sample_unless_it_says_so() {
    MissionPlan real = plan("outward-endoscopy", json -> json.remove("sample"));
    assertThat(card(Given.mission(new Draft(real), new Announce())).sample()).isFalse();
  }

  @Test
  void what_was_decided_about_applications_shows_as_counts_alone() {
    Card card = card(SELECTED);
    assertThat(figures(card))
        .containsOnly(
            entry("places", "20"), entry("applications", "2"), entry("participants", "1"));
    assertThat(Json.events().writeValueAsString(card))
        .doesNotContain("app_", company(1).digits(), "meti");
    assertThat(figures(card(Given.mission(new Draft(plan("policy-dialogue")), new Announce()))))
        .isEmpty();
  }

  @Test
  void its_dates_are_what_can_be_expected_in_its_state_or_has_happened() {
    var open = Given.mission(open(20));
    assertThat(dates(open)).containsExactly("applications-close", "begins", "ends");
    assertThat(dates(SELECTED)).containsExactly("begins", "ends");
    assertThat(dates(open.given(new Postpone(WHY)))).isEmpty();
    assertThat(dates(open.given(new Cancel(WHY)))).isEmpty();
    var underway = SELECTED.at(FIRST_DAY).given(new Start());
    assertThat(dates(underway)).containsExactly("began", "ends");
    assertThat(dates(underway.given(new GiveReport(new MissionReport(WHY, List.of())))))
        .containsExactly("began", "ended");
    assertThat(dates(underway.given(new Terminate(WHY)))).containsExactly("began");
    assertThat(card(open).dates().getFirst().at()).contains(Samples.DEADLINE);
    assertThat(card(open).dates().getFirst().zone()).map(Object::toString).contains("Asia/Tokyo");
  }

  @Test
  void every_code_on_it_is_of_its_list() {
    for (var story : List.of(Given.mission(open(20)), SELECTED.at(JANUARY))) {
      Card card = card(story);
      assertThat(CodeLists.list("kinds").has(card.kind())).isTrue();
      assertThat(CodeLists.list("mission-states").has(card.state())).isTrue();
      assertThat(card.dates()).allMatch(it -> CodeLists.list("date-kinds").has(it.what()));
      assertThat(card.figures()).allMatch(it -> CodeLists.list("figure-kinds").has(it.what()));
      assertThat(card.links()).allMatch(it -> CodeLists.list("link-kinds").has(it.rel()));
      assertThat(card.responsible()).allMatch(it -> CodeLists.list("agency-roles").has(it.role()));
      card.facets()
          .forEach(
              (list, codes) -> assertThat(codes).allMatch(code -> CodeLists.list(list).has(code)));
    }
  }

  private static Card card(Stories<MissionCommand, MissionEvent, Mission> given) {
    return MissionCard.of(given.state()).orElseThrow();
  }

  private static List<String> dates(Stories<MissionCommand, MissionEvent, Mission> given) {
    return card(given).dates().stream().map(Card.Due::what).toList();
  }

  private static Map<String, String> figures(Card card) {
    return card.figures().stream()
        .collect(Collectors.toMap(Card.Figure::what, it -> it.amount().toPlainString()));
  }
}
