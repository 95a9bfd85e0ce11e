package dev.kanmin.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SchemesTest {
  @Test
  void grant_aid_goes_through_its_steps_in_order() {
    assertThat(Schemes.require("grant-aid").stepsOn(LocalDate.of(2026, 4, 1)))
        .extracting(SchemeStep::code)
        .containsExactly(
            "preparatory-survey",
            "request-appraisal",
            "cabinet-approval",
            "exchange-of-notes",
            "grant-agreement",
            "tender",
            "contract",
            "implementation",
            "handover",
            "ex-post-evaluation",
            "follow-up");
  }

  @Test
  void grant_agreements_are_signed_since_jica_took_over_grant_aid() {
    var grantAid = Schemes.require("grant-aid");

    assertThat(grantAid.stepsOn(LocalDate.of(2008, 9, 30)))
        .extracting(SchemeStep::code)
        .contains("exchange-of-notes")
        .doesNotContain("grant-agreement");
    assertThat(grantAid.stepsOn(LocalDate.of(2008, 10, 1)))
        .extracting(SchemeStep::code)
        .contains("grant-agreement");
  }

  @Test
  void retired_schemes_stay_readable_and_take_no_new_activities() {
    var today = LocalDate.of(2026, 4, 1);

    assertThat(Schemes.all())
        .extracting(Scheme::code)
        .contains("basic-survey", "feasibility-survey", "verification-survey", "bop");
    assertThat(Schemes.openToNewOn(today))
        .extracting(Scheme::code)
        .contains("needs-survey", "business-demonstration")
        .doesNotContain("basic-survey", "feasibility-survey", "verification-survey", "bop");
    assertThat(Schemes.require("bop").isOpenToNewOn(LocalDate.of(2015, 4, 1))).isTrue();
    assertThat(Schemes.require("needs-survey").isOpenToNewOn(LocalDate.of(2021, 4, 1))).isFalse();
  }

  @Test
  void every_scheme_belongs_to_an_agency_and_has_steps() {
    assertThat(Schemes.all())
        .allSatisfy(
            scheme -> {
              assertThat(Agencies.find(scheme.agency())).isPresent();
              assertThat(scheme.steps()).isNotEmpty().doesNotHaveDuplicates();
            });
  }

  @Test
  void a_step_is_found_by_its_code() {
    assertThat(Schemes.require("oda-loan").step("loan-agreement")).isPresent();
    assertThat(Schemes.require("oda-loan").step("grant-agreement")).isEmpty();
  }

  @Test
  void an_unknown_scheme_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Schemes.require("gift"))
        .withMessageStartingWith("'gift' is not in the code list schemes");
  }
}
