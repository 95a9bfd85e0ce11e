package dev.kanmin.odalinkage.iati;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityRulesTest {

  private static final String COMPLETE = "<recipient-country code='VN'/><sector code='1'/>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n XM-SAMPLE-1-A\n",
        "XM-SAMPLE-1-A ",
        "XM-SAMPLE-1 A",
        "XM-SAMPLE-1-A\u00A0B"
      })
  void an_identifier_that_cannot_be_relied_on_is_refused(String identifier) {
    assertThat(Iati.read(Iati.file(Iati.activity(identifier, COMPLETE))).errors())
        .extracting(Fault::code)
        .containsExactly(FaultCode.BAD_IDENTIFIER);
  }

  @Test
  void an_identifier_without_the_prefix_of_its_organisation_is_warned_of_unless_it_had_it_before() {
    String activity = Iati.activity("XM-OTHER-9-A", COMPLETE);
    String explained =
        activity.replace(
            "<activity-status", "<other-identifier ref='XM-OTHER-9' type='B1'/><activity-status");

    assertThat(codes(activity)).containsExactly(FaultCode.IDENTIFIER_PREFIX);
    assertThat(codes(explained)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " XM-SAMPLE-1"})
  void a_reporting_organisation_that_cannot_be_recognised_is_refused(String ref) {
    String activity = Iati.activity(COMPLETE).replace("ref=\"XM-SAMPLE-1\"", "ref=\"" + ref + "\"");

    assertThat(Iati.read(Iati.file(activity)).errors())
        .extracting(Fault::code)
        .contains(FaultCode.BAD_REPORTING_ORGANISATION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <activity-date type="2" iso-date="2030-01-01"/> | IMPLAUSIBLE_DATE
          <activity-date type="3" iso-date="2025-01-01"/> | IMPLAUSIBLE_DATE
          <activity-date type="3" iso-date="0205-01-01"/> | IMPLAUSIBLE_DATE
          """)
  void dates_that_contradict_are_warned_of(String date, FaultCode code) {
    String activity =
        Iati.activity(COMPLETE).replace("<recipient-country", date + "<recipient-country");

    assertThat(codes(activity)).contains(code);
    assertThat(Iati.read(Iati.file(activity)).report().accepted()).isEqualTo(1);
  }

  @Test
  void a_budget_that_is_too_long_and_a_sum_without_currency_are_warned_of() {
    String activity =
        Iati.activity(
                COMPLETE
                    + "<budget><period-start iso-date='2026-01-01'/><period-end"
                    + " iso-date='2027-06-30'/><value value-date='2026-01-01'>1</value></budget>")
            .replace("default-currency=\"JPY\"", "");

    assertThat(codes(activity))
        .containsExactlyInAnyOrder(FaultCode.IMPLAUSIBLE_DATE, FaultCode.MISSING_CURRENCY);
  }

  @Test
  void texts_without_any_language_are_warned_of_once() {
    assertThat(codes(Iati.activity(COMPLETE).replace("xml:lang=\"en\"", "")))
        .containsExactly(FaultCode.MISSING_LANGUAGE);
  }

  @Test
  void an_activity_without_recipient_or_sector_is_warned_of() {
    assertThat(codes(Iati.activity("")))
        .containsExactly(FaultCode.MISSING_ELEMENT, FaultCode.MISSING_ELEMENT);
  }

  @Test
  void recipients_on_both_levels_are_warned_of() {
    String transaction =
        "<transaction><transaction-type code='3'/><transaction-date iso-date='2026-01-01'/><value"
            + " value-date='2026-01-01'>1</value><recipient-country code='LA'/></transaction>";

    assertThat(codes(Iati.activity(COMPLETE + transaction)))
        .containsExactly(FaultCode.CONTRADICTION);
  }

  private static java.util.List<FaultCode> codes(String activity) {
    return Iati.read(Iati.file(activity)).faults().stream().map(Fault::code).toList();
  }
}
