package dev.kanmin.odalinkage.need;

import static dev.kanmin.odalinkage.need.NeedSamples.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.Rule;
import dev.kanmin.events.wire.Card;
import dev.kanmin.odalinkage.need.NeedCommand.*;
import dev.kanmin.odalinkage.need.NeedEvent.*;
import dev.kanmin.testkit.service.Stories;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** The life of a need. Whoever is not said to ask is JETRO, in October 2026. */
class NeedTest {
  private static final CountryCode VN = CountryCode.of("VN");
  private static final List<Field> ENDOSCOPY = List.of(Field.of("endoscopy"));
  private static final NeedPlan PLAN = plan("endoscopy-vietnam");
  private static final String LINKAGE = "lnk_01k0000000000000000000samp";
  private static final String OTHER = "lnk_01k0000000000000000000sam2";
  private static final Optional<LocalizedText> NONE = Optional.empty();

  private final Stories<NeedCommand, NeedEvent, Need> needs =
      Stories.of(Needs.TYPE).at("2026-10-21T00:00:00Z");
  private final Stories<NeedCommand, NeedEvent, Need> registered = needs.given(new Register(PLAN));
  private final Stories<NeedCommand, NeedEvent, Need> verified = registered.given(new Verify(NONE));
  private final Stories<NeedCommand, NeedEvent, Need> matched = verified.given(new Match(LINKAGE));

  @Test
  void a_need_is_registered_verified_matched_and_met() {
    registered
        .when(new Verify(NONE))
        .then(new NeedVerified(NeedState.VERIFIED, VN, ENDOSCOPY, NONE));
    verified
        .when(new Match(LINKAGE))
        .then(new NeedMatched(NeedState.MATCHED, VN, ENDOSCOPY, LINKAGE));
    matched
        .when(new MeetByLinkage(LINKAGE))
        .then(new NeedMet(NeedState.MET, VN, ENDOSCOPY, Optional.of(LINKAGE)));
  }

  @Test
  void what_is_done_already_is_not_done_again() {
    verified.when(new Verify(NONE)).thenNothing();
    matched.when(new Match(LINKAGE)).thenNothing();
    matched.given(new Meet()).when(new Meet()).thenNothing();
    verified
        .given(new Lapse(LapseReason.NO_OFFER, NONE))
        .when(new Lapse(LapseReason.NO_OFFER, NONE))
        .thenNothing();
    registered.when(new Revise(PLAN)).thenNothing();
  }

  @Test
  void another_agency_may_neither_revise_nor_verify_nor_close_it() {
    Stories<NeedCommand, NeedEvent, Need> jica = registered.by("jica");
    jica.when(new Revise(PLAN)).thenRefusedBy(NeedRules.NOT_YOUR_NEED);
    jica.when(new Verify(NONE)).thenRefusedBy(NeedRules.NOT_YOUR_NEED);
    jica.when(new Meet()).thenRefusedBy(NeedRules.NOT_YOUR_NEED);
    jica.when(new Lapse(LapseReason.NO_OFFER, NONE)).thenRefusedBy(NeedRules.NOT_YOUR_NEED);
    jica.given(new Match(LINKAGE)).when(new MeetByLinkage(LINKAGE)).events();
  }

  @Test
  void when_the_last_agreed_linkage_falls_through_it_stands_where_it_stood() {
    matched
        .when(new Unmatch(LINKAGE))
        .then(new NeedUnmatched(NeedState.VERIFIED, VN, ENDOSCOPY, LINKAGE));
    registered
        .given(new Match(LINKAGE))
        .when(new Unmatch(LINKAGE))
        .then(new NeedUnmatched(NeedState.REGISTERED, VN, ENDOSCOPY, LINKAGE));
    matched
        .given(new Match(OTHER))
        .when(new Unmatch(LINKAGE))
        .then(new NeedUnmatched(NeedState.MATCHED, VN, ENDOSCOPY, LINKAGE));
    assertThat(matched.given(new Match(OTHER), new Unmatch(LINKAGE)).state().matchedBy())
        .containsExactly(OTHER);
  }

  @Test
  void a_lapsed_need_is_neither_matched_nor_met_but_can_be_reopened() {
    Stories<NeedCommand, NeedEvent, Need> lapsed =
        verified.given(new Lapse(LapseReason.NO_BUDGET, NONE));
    lapsed.when(new Match(LINKAGE)).thenRefusedBy(NeedRules.NOT_IN_THIS_STATE);
    lapsed.when(new Meet()).thenRefusedBy(NeedRules.NOT_IN_THIS_STATE);
    lapsed.when(new Reopen()).then(new NeedReopened(NeedState.VERIFIED, VN, ENDOSCOPY));
    assertThat(lapsed.given(new Reopen()).state().lapsed()).isEmpty();
  }

  @Test
  void another_reason_to_lapse_needs_a_remark() {
    verified
        .when(new Lapse(LapseReason.OTHER, NONE))
        .thenRefusedBy(NeedRules.REMARK_REQUIRED, "/remark");
  }

  @Test
  void a_day_that_has_passed_since_can_be_kept_but_not_chosen() {
    Stories<NeedCommand, NeedEvent, Need> later = registered.at("2027-10-05T00:00:00Z");
    later
        .when(new Revise(plan("endoscopy-vietnam", json -> json.put("urgency", "critical"))))
        .events();
    later
        .when(new Revise(plan("endoscopy-vietnam", json -> json.put("wantedBy", "2027-10-01"))))
        .thenRefusedBy(NeedRules.WANTED_IN_THE_PAST, "/wantedBy");
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault(NeedRules.COUNTRY_NOT_ABROAD, "/country", json -> json.put("country", "JP")),
        fault(NeedRules.COUNTRY_NOT_ABROAD, "/country", json -> json.put("country", "FR")),
        fault(NeedRules.NO_FIELD, "/fields", json -> json.putArray("fields")),
        fault(NeedRules.COUNTERPART_UNNAMED, "/counterpart", json -> json.putObject("counterpart")),
        fault(
            NeedRules.ILL_FORMED_ID,
            "/counterpart/id",
            json -> json.putObject("counterpart").put("id", "cmp_1")),
        fault(
            NeedRules.WANTED_IN_THE_PAST, "/wantedBy", json -> json.put("wantedBy", "2026-10-01")),
        fault(
            NeedRules.UNKNOWN_SOURCE,
            "/source/kind",
            json -> json.putObject("source").put("kind", "rumour")),
        fault(
            NeedRules.ADDRESS_NOT_WEB,
            "/source/url",
            json -> json.putObject("source").put("kind", "other").put("url", "file:///etc/passwd")),
        fault(
            NeedRules.ILL_FORMED_ID,
            "/arisesFrom/1",
            json -> json.putArray("arisesFrom").add("msn_01k0000000000000000000samp").add("x")),
        fault(
            Checks.TEXT_OUT_OF_BOUNDS,
            "/title/en",
            json -> json.putObject("title").put("en", "x".repeat(201))),
        fault(
            Checks.REPEATED_ENTRY, "/hs", json -> json.putArray("hs").add("901890").add("901890")));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_faulty_plan_is_refused_at_its_fault(Rule rule, String pointer, NeedPlan plan) {
    needs.when(new Register(plan)).thenRefusedBy(rule, pointer);
  }

  @Test
  void the_card_says_what_where_and_until_when_and_none_of_the_narrative() {
    Card card = registered.card().orElseThrow();
    assertThat(card.kind()).isEqualTo("need");
    assertThat(card.state()).isEqualTo("registered");
    assertThat(card.countries()).extracting(Card.Share::code).containsExactly("VN");
    assertThat(card.responsible())
        .extracting(Card.Responsible::agency, Card.Responsible::role)
        .containsExactly(tuple("jetro", "owner"));
    assertThat(card.dates()).extracting(Card.Due::what).containsExactly("wanted-by");
    assertThat(card.facets())
        .containsEntry("need-urgencies", List.of("high"))
        .containsEntry("hs-medical", List.of("901890"))
        .containsEntry("crs", List.of("12191"));
    assertThat(card.audience()).isEqualTo(Card.Audience.PARTNER);
    assertThat(card.toString()).doesNotContain("colorectal", "Survey", "Provincial hospital,");
    assertThat(matched.given(new Meet()).card().orElseThrow().dates()).isEmpty();
  }

  private static Arguments fault(Rule rule, String pointer, Consumer<ObjectNode> change) {
    return Arguments.of(rule, pointer, plan("endoscopy-vietnam", change));
  }
}
