package dev.kanmin.marketintelligence.report;

import static dev.kanmin.marketintelligence.report.ReportStories.content;
import static dev.kanmin.marketintelligence.report.ReportStories.given;
import static dev.kanmin.marketintelligence.report.ReportStories.with;
import static dev.kanmin.marketintelligence.report.ReportStories.withSource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.Language;
import dev.kanmin.events.wire.Card;
import dev.kanmin.marketintelligence.report.ReportCommand.*;
import dev.kanmin.marketintelligence.report.ReportEvent.*;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportDeciderTest {
  private static final LocalDate LATER = LocalDate.of(2027, 12, 31);

  @Test
  void a_draft_is_its_agencys_own_and_shows_nothing() {
    var draft = given(new Draft(content()));
    assertThat(draft.card()).isEmpty();
    assertThat(draft.state().isVisibleTo(dev.kanmin.codes.AgencyCode.of("jica"))).isFalse();
    draft.by("jica").when(new Publish()).thenRefusedBy(ReportRules.NOT_YOUR_REPORT);
  }

  @Test
  void a_published_report_shows_its_titles_and_until_when_it_holds() {
    Card card = given(new Draft(content()), new Publish()).card().orElseThrow();
    assertThat(card.title()).containsOnlyKeys("ja", "en");
    assertThat(card.dates()).extracting(Card.Due::what).containsExactly("published", "expires");
    assertThat(card.toString()).doesNotContain("調達**");
  }

  @Test
  void a_report_expires_on_the_day_after_its_last_one_in_japan_and_can_be_extended() {
    var published = given(new Draft(content()), new Publish());
    published.at("2027-09-30T14:59:59Z").when(new Expire()).thenNothing();
    var expired = published.at("2027-09-30T15:00:00Z").given(new Expire());
    assertThat(expired.state().state()).isEqualTo(ReportState.EXPIRED);
    expired.when(new Expire()).thenNothing();
    expired.when(new Publish()).thenRefusedBy(ReportRules.NOT_IN_THIS_STATE);
    expired.when(new Extend(LATER)).then(new ReportExtended(ReportState.PUBLISHED, LATER));
    given(new Draft(content()))
        .at("2027-10-01T00:00:00Z")
        .when(new Publish())
        .thenRefusedBy(ReportRules.EXPIRED);
  }

  @Test
  void an_expiry_is_neither_past_nor_far_away() {
    given()
        .when(new Draft(content().expiring(LocalDate.of(2026, 9, 30))))
        .thenRefusedBy(ReportRules.EXPIRY_OUT_OF_RANGE, "/expires");
    given()
        .when(new Draft(content().expiring(LocalDate.of(2030, 1, 1))))
        .thenRefusedBy(ReportRules.EXPIRY_OUT_OF_RANGE, "/expires");
  }

  @Test
  void a_translation_is_stale_once_its_source_says_something_else() {
    var draft = given(new Draft(content()));
    assertThat(draft.state().known().stale()).isEmpty();
    var revised = draft.given(new Revise(withSource("新しい文")));
    assertThat(revised.state().known().stale()).containsExactly(Language.ENGLISH);
    var again = revised.given(new Revise(withSource("もっと新しい文")));
    assertThat(again.state().known().stale()).containsExactly(Language.ENGLISH);
    assertThat(again.given(new Revise(content())).state().known().stale()).isEmpty();
    ReportContent translated =
        with(withSource("新しい文"), Language.ENGLISH, "New words", Optional.empty());
    assertThat(revised.given(new Revise(translated)).state().known().stale()).isEmpty();
    ReportContent confirmed =
        with(
            withSource("新しい文"),
            Language.ENGLISH,
            content().texts().get(Language.ENGLISH).body(),
            Optional.of(withSource("新しい文").sourceDigest()));
    assertThat(revised.given(new Revise(confirmed)).state().known().stale()).isEmpty();
  }

  @Test
  void the_text_in_the_source_language_and_site_languages_alone() {
    ReportContent without =
        content().with(java.util.Map.of(Language.ENGLISH, content().texts().get(Language.ENGLISH)));
    given().when(new Draft(without)).thenRefusedBy(ReportRules.NO_SOURCE_TEXT, "/texts");
    given()
        .when(new Draft(with(content(), Language.of("fr"), "x", Optional.empty())))
        .thenRefusedBy(ReportRules.NOT_A_SITE_LANGUAGE, "/texts/fr");
  }

  @Test
  void a_withdrawn_report_stays_withdrawn_and_says_no_more() {
    var withdrawn = given(new Draft(content()), new Publish(), new Withdraw());
    withdrawn.when(new Withdraw()).thenNothing();
    withdrawn.when(new Extend(LATER)).thenRefusedBy(ReportRules.NOT_IN_THIS_STATE);
    assertThat(withdrawn.card().orElseThrow().summary()).isEmpty();
  }
}
