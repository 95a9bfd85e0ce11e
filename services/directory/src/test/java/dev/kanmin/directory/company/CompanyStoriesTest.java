package dev.kanmin.directory.company;

import static dev.kanmin.directory.company.Samples.ID;
import static dev.kanmin.directory.company.Samples.OTHER;
import static dev.kanmin.directory.company.Samples.endoscopeMaker;
import static dev.kanmin.directory.company.Samples.nothing;
import static dev.kanmin.directory.company.Samples.registered;
import static dev.kanmin.directory.company.Samples.soleProprietor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.directory.company.CompanyCommand.*;
import dev.kanmin.directory.company.CompanyEvent.*;
import dev.kanmin.directory.office.ResponsibleOffice;
import dev.kanmin.directory.sme.SmeAnswer;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.wire.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompanyStoriesTest {
  private static final AgencyCode JICA = AgencyCode.of("jica");
  private static final Instant OCTOBER = Instant.parse("2026-10-01T12:00:00Z");
  private static final ResponsibleOffice HANOI =
      new ResponsibleOffice("sample-hanoi", LocalizedText.of("ハノイ", "Hanoi"));

  @Test
  void a_company_is_born_with_its_first_profile() {
    List<CompanyEvent> events = nothing().when(new Register(ID, endoscopeMaker())).events();
    assertThat(events)
        .singleElement()
        .isInstanceOfSatisfying(
            CompanyProfileChanged.class,
            born -> {
              assertThat(born.companyId()).isEqualTo(ID);
              assertThat(born.revision()).isEqualTo(1);
              assertThat(born.sme()).isEqualTo(SmeAnswer.YES);
              assertThat(born.responsible()).isEqualTo(AgencyCode.of("jetro"));
            });
  }

  @Test
  void revisions_rise_by_one_and_what_changes_nothing_is_no_event() {
    var maker = registered(endoscopeMaker());
    maker.when(new ChangeProfile(endoscopeMaker())).thenNothing();
    var changed = endoscopeMaker(json -> json.put("staff", 500));
    assertThat(maker.when(new ChangeProfile(changed)).events())
        .singleElement()
        .extracting(it -> ((CompanyProfileChanged) it).revision())
        .isEqualTo(2L);
  }

  @Test
  void only_the_responsible_agency_changes_a_company() {
    var others = registered(endoscopeMaker()).by("jica");
    others.when(new ChangeProfile(soleProprietor())).thenRefusedBy(CompanyRules.NOT_YOUR_COMPANY);
    others.when(new Merge(OTHER)).thenRefusedBy(CompanyRules.NOT_YOUR_COMPANY);
    others.when(new Erase()).thenRefusedBy(CompanyRules.NOT_YOUR_COMPANY);
    others.when(new SetConsent(List.of())).thenRefusedBy(CompanyRules.NOT_YOUR_COMPANY);
  }

  @Test
  void no_event_or_card_of_a_sole_proprietor_tells_a_name() {
    var story = registered(soleProprietor()).given(new Merge(OTHER), new Erase());
    story
        .told()
        .forEach(
            it -> assertThat(Json.events().writeValueAsString(it)).doesNotContain("花子", "ハナコ"));
    assertThat(story.card()).isEmpty();
    assertThat(registered(soleProprietor()).card().orElseThrow().title()).isEmpty();
  }

  @Test
  void nothing_of_an_erased_company_is_kept() {
    var erased = registered(endoscopeMaker()).given(new Erase());
    assertThat(Json.events().writeValueAsString(erased.state()))
        .doesNotContain("オリーブ", "9999900000009", "JP-13");
  }

  @Test
  void consent_holds_until_its_last_day_in_japan_or_until_it_is_withdrawn() {
    var until =
        new ConsentGrant(
            JICA, List.of(ConsentPurpose.SEE_PROFILE), Optional.of(LocalDate.of(2026, 10, 1)));
    var company = registered(endoscopeMaker()).given(new SetConsent(List.of(until)));
    assertThat(company.state().allows(ConsentPurpose.SEE_PROFILE, JICA, OCTOBER)).isTrue();
    assertThat(company.state().allows(ConsentPurpose.SEE_ADVICE, JICA, OCTOBER)).isFalse();
    // 00:00 of 2 October in Japan
    Instant over = Instant.parse("2026-10-01T15:00:00Z");
    assertThat(company.state().allows(ConsentPurpose.SEE_PROFILE, JICA, over)).isFalse();
    company.when(new WithdrawConsent(JICA)).then(new ConsentChanged(ID, List.of()));
    company.given(new WithdrawConsent(JICA)).when(new WithdrawConsent(JICA)).thenNothing();
  }

  @Test
  void a_merged_record_leads_to_the_other_and_is_counted_in_no_cell() {
    var merged = registered(endoscopeMaker()).given(new Merge(OTHER));
    var card = merged.card().orElseThrow();
    assertThat(card.state()).isEqualTo("merged");
    assertThat(card.links()).singleElement().extracting("to").isEqualTo(OTHER);
    assertThat(card.countries()).isEmpty();
    merged
        .when(new ChangeProfile(endoscopeMaker()))
        .thenRefusedBy(CompanyRules.COMPANY_NOT_IN_THIS_STATE);
    merged.when(new Merge(OTHER)).thenNothing();
  }

  @Test
  void an_office_hands_over_what_it_looks_after_and_nothing_else() {
    var company = registered(endoscopeMaker());
    company
        .when(new HandOver("sample-tokyo", HANOI))
        .then(new CompanyHandedOver(ID, "sample-tokyo", HANOI));
    company.when(new HandOver("sample-osaka", HANOI)).thenNothing();
  }

  @Test
  void faults_of_a_profile_name_their_place() {
    refused(json -> json.put("prefecture", "JP-48"), "/prefecture");
    refused(json -> json.withObject("/capital").put("currency", "USD"), "/capital/currency");
    refused(json -> json.withObject("/capital").put("amount", "0.5"), "/capital/amount");
    refused(json -> json.put("staff", -1), "/staff");
    refused(json -> json.remove("corporateNumber"), "/capital");
    refused(json -> json.withArray("/targetCountries").add("JP"), "/targetCountries/3");
    refused(json -> json.withObject("/deliveries/0").put("year", 2027), "/deliveries/0/year");
    refused(
        json -> json.withObject("/products/0/registrations/0").put("expires", "2025-03-31"),
        "/products/0/registrations/0/expires");
    nothing()
        .when(new Register(ID, endoscopeMaker(json -> json.withObject("/names").put("ja", " "))))
        .thenRefusedBy(Checks.TEXT_OUT_OF_BOUNDS, "/names/ja");
  }

  private static void refused(
      java.util.function.Consumer<tools.jackson.databind.node.ObjectNode> change, String pointer) {
    org.assertj.core.api.Assertions.assertThatExceptionOfType(
            dev.kanmin.events.aggregates.Refusal.class)
        .isThrownBy(() -> nothing().when(new Register(ID, endoscopeMaker(change))).events())
        .satisfies(refusal -> assertThat(refusal.pointer()).contains(pointer));
  }
}
