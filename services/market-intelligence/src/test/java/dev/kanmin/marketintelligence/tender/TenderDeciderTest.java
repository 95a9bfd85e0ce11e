package dev.kanmin.marketintelligence.tender;

import static dev.kanmin.marketintelligence.tender.TenderStories.amendment;
import static dev.kanmin.marketintelligence.tender.TenderStories.entered;
import static dev.kanmin.marketintelligence.tender.TenderStories.later;
import static dev.kanmin.marketintelligence.tender.TenderStories.nothing;
import static dev.kanmin.marketintelligence.tender.TenderStories.notice;
import static dev.kanmin.marketintelligence.tender.TenderStories.take;
import static dev.kanmin.marketintelligence.tender.TenderStories.tender;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.events.wire.Card;
import dev.kanmin.marketintelligence.tender.TenderCommand.*;
import dev.kanmin.marketintelligence.tender.TenderEvent.*;
import dev.kanmin.testkit.service.Stories;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class TenderDeciderTest {
  private static final String FEBRUARY = "2027-02-01T00:00:00Z";

  @Test
  void a_new_tender_is_published_and_the_same_again_is_nothing() {
    assertThat(nothing().when(take(tender())).events())
        .singleElement()
        .isInstanceOf(TenderPublished.class);
    nothing().given(take(tender())).when(take(tender())).thenNothing();
    nothing().given(take(tender(), amendment())).by("jica").when(take(amendment())).thenNothing();
  }

  @Test
  void the_order_of_arrival_does_not_matter() {
    assertThat(nothing().given(take(amendment()), take(tender())).state().facts())
        .isEqualTo(nothing().given(take(tender()), take(amendment())).state().facts());
  }

  @ParameterizedTest
  @CsvSource({
    "planned,planned",
    "active,open",
    "cancelled,cancelled",
    "unsuccessful,unsuccessful",
    "withdrawn,withdrawn",
    "complete,closed"
  })
  void the_status_of_the_tender_says_the_state(String status, String state) {
    var story = nothing().given(take(tender(), later(FEBRUARY, "{'status':'" + status + "'}")));
    assertThat(story.state().state().code()).isEqualTo(state);
  }

  @Test
  void a_tender_that_is_cancelled_closes_and_one_met_after_its_end_is_no_offer() {
    assertThat(
            nothing()
                .given(take(tender()))
                .when(take(later(FEBRUARY, "{'status':'cancelled'}")))
                .events())
        .singleElement()
        .isInstanceOf(TenderClosed.class);
    assertThat(nothing().at("2027-03-01T00:00:00Z").when(take(tender())).events())
        .singleElement()
        .isInstanceOf(TenderClosed.class);
  }

  @Test
  void an_award_alone_is_no_offer_and_the_tender_is_awarded() {
    var award =
        tender(
            release -> {
              release.remove("tender");
              release.putArray("awards").addObject().put("id", "1").put("status", "active");
            });
    var story = nothing().given(take(award));
    assertThat(story.state().state()).isEqualTo(TenderState.AWARDED);
    assertThat(story.told().getFirst().event()).isInstanceOf(TenderClosed.class);
  }

  @Test
  void a_deadline_that_passes_closes_it_once() {
    var story = nothing().given(take(tender()));
    story.when(new Lapse()).thenNothing();
    var after = story.at("2026-12-20T08:00:00Z");
    assertThat(after.when(new Lapse()).events()).singleElement().isInstanceOf(TenderClosed.class);
    after.given(new Lapse()).when(new Lapse()).thenNothing();
    assertThat(dates(story)).containsExactly("tender-closes");
    assertThat(dates(after.given(new Lapse()))).containsExactly("tender-closed");
  }

  @Test
  void the_country_is_found_by_address_register_delivery_or_feed() {
    assertThat(country(release -> {})).isEqualTo("VN by ADDRESS");
    assertThat(
            country(
                release -> {
                  party(release).remove("address");
                  party(release).putObject("identifier").put("scheme", "TH-TRN").put("id", "1");
                }))
        .isEqualTo("TH by REGISTER");
    assertThat(
            country(
                release -> {
                  party(release).remove("address");
                  ((ObjectNode) release.at("/tender/items/0"))
                      .putObject("deliveryAddress")
                      .put("countryName", "ラオス");
                }))
        .isEqualTo("LA by DELIVERY");
    var unknown = tender(release -> party(release).remove("address"));
    assertThat(nothing().given(take(unknown)).card().orElseThrow().countries()).isEmpty();
    var fed =
        nothing()
            .given(new TakeReleases(List.of(unknown), Optional.of(CountryCode.of("NP"))))
            .given(take(amendment()));
    assertThat(fed.state().known().country()).contains(CountryCode.of("NP"));
  }

  @Test
  void a_deadline_without_offset_is_read_where_the_buyer_is_and_a_day_stays_a_day() {
    assertThat(closes("2026-12-20T15:00:00").at().orElseThrow())
        .hasToString("2026-12-20T08:00:00Z");
    assertThat(closes("2026-12-20").on().orElseThrow()).hasToString("2026-12-20");
    assertThat(
            nothing()
                .given(take(tender(), later(FEBRUARY, "{'tenderPeriod':{'endDate':'soon'}}")))
                .state()
                .known()
                .closes())
        .isEmpty();
  }

  @Test
  void a_word_alone_finds_no_field_unless_it_is_about_medicine() {
    assertThat(found("CT and PT for substation 110 kV", "Power company")).isEmpty();
    assertThat(found("CT scanner", "Provincial hospital")).containsExactly("diagnostic-imaging");
    assertThat(found("Máy nội soi dạ dày", "Bệnh viện đa khoa")).containsExactly("endoscopy");
    assertThat(found("Medical equipment for clinics", "Ministry")).containsExactly("cross-field");
  }

  @Test
  void an_hs_code_of_one_field_finds_it_and_one_of_several_does_not() {
    assertThat(byItem("HS", "9018.12.00")).containsExactly("diagnostic-imaging");
    assertThat(byItem("HS", "901890")).isEmpty();
    assertThat(byItem("CPV", "33181100")).containsExactly("blood-purification");
    assertThat(byItem("CPV", "44100000")).isEmpty();
  }

  @Test
  void what_an_officer_decides_survives_new_releases() {
    var story = nothing().given(take(tender()));
    var overridden =
        story
            .given(
                new OverrideFields(List.of(Field.of("telemedicine")), OverrideReason.WRONG_FIELD))
            .given(take(amendment()));
    assertThat(TenderStories.fields(overridden).map(it -> it.field().code()))
        .containsExactly("telemedicine");
    var confirmed = story.given(new ConfirmFields(List.of())).given(take(amendment()));
    assertThat(TenderStories.fields(confirmed).map(FieldMapping::state))
        .containsExactly(FieldMapping.State.CONFIRMED);
    story.by("jica").when(new ConfirmFields(List.of())).thenRefusedBy(TenderRules.NOT_YOUR_TENDER);
    story
        .when(new ConfirmFields(List.of(Field.of("telemedicine"))))
        .thenRefusedBy(TenderRules.FIELD_NOT_FOUND, "/fields/0");
    story
        .when(new OverrideFields(List.of(), OverrideReason.OTHER))
        .thenRefusedBy(TenderRules.FIELDS_CONTRADICT_REASON, "/fields");
  }

  @Test
  void an_imported_tender_is_not_revised_by_hand() {
    nothing().given(take(tender())).when(new Revise(entered())).thenRefusedBy(TenderRules.IMPORTED);
    nothing()
        .given(new TakeNotice(notice()))
        .when(new Close(Ending.CLOSED))
        .thenRefusedBy(TenderRules.IMPORTED);
  }

  @Test
  void fields_that_an_officer_states_are_confirmed() {
    EnteredTender it = entered();
    var stated =
        new EnteredTender(
            it.title(),
            it.summary(),
            it.buyer(),
            it.country(),
            List.of(Field.of("endoscopy")),
            it.reference(),
            it.closes(),
            it.value(),
            it.method(),
            it.items(),
            it.url(),
            false,
            true);
    var story = nothing().given(new Enter(stated));
    assertThat(TenderStories.fields(story))
        .extracting(mapping -> mapping.field().code() + " " + mapping.state().code())
        .containsExactly("endoscopy confirmed");
  }

  private static List<String> dates(Stories<TenderCommand, TenderEvent, Tender> story) {
    return story.card().orElseThrow().dates().stream().map(Card.Due::what).toList();
  }

  private static ObjectNode party(ObjectNode release) {
    return (ObjectNode) release.at("/parties/0");
  }

  private static String country(java.util.function.Consumer<ObjectNode> change) {
    TenderFacts facts = nothing().given(take(tender(change))).state().known();
    return facts.country().orElseThrow() + " by " + facts.countryBy().orElseThrow();
  }

  private static Closes closes(String endDate) {
    return nothing()
        .given(take(tender(), later(FEBRUARY, "{'tenderPeriod':{'endDate':'" + endDate + "'}}")))
        .state()
        .known()
        .closes()
        .orElseThrow();
  }

  private static List<String> found(String title, String buyer) {
    return FieldFinder.find(List.of(title), List.of(), Optional.of(buyer), List.of()).stream()
        .map(it -> it.field().code())
        .toList();
  }

  private static List<String> byItem(String scheme, String code) {
    TenderItem item = new TenderItem(Optional.of(scheme), Optional.of(code), Optional.empty());
    return FieldFinder.find(List.of(), List.of(), Optional.empty(), List.of(item)).stream()
        .map(it -> it.field().code())
        .toList();
  }
}
