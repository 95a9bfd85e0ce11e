package dev.kanmin.odalinkage.iati;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardRulesTest {

  private static final String COMPLETE = "<recipient-country code='VN'/><sector code='1'/>";

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u3000\u200B"})
  void an_empty_identifier_is_refused(String identifier) {
    assertThat(Iati.read(Iati.file(Iati.activity(identifier, COMPLETE))).errors())
        .extracting(Fault::code)
        .containsExactly(FaultCode.BAD_IDENTIFIER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n XM-SAMPLE-1-A\n",
        "XM-SAMPLE-1-A ",
        "\u3000XM-SAMPLE-1-A",
        "XM-SAMPLE-1-A\u00A0",
        "\uFEFFXM-SAMPLE-1-A\u200B"
      })
  void blanks_around_an_identifier_are_taken_away_and_warned_of(String identifier) {
    String activity = Iati.activity(identifier, COMPLETE);

    assertThat(codes(activity)).containsExactly(FaultCode.BLANKS);
    ActivityOutcome.Accepted taken = Iati.read(Iati.file(activity)).accepted(0);
    assertThat(taken.activity().identifier()).isEqualTo("XM-SAMPLE-1-A");
    assertThat(taken.tree().child("iati-identifier").orElseThrow().text())
        .isEqualTo("XM-SAMPLE-1-A");
  }

  @ParameterizedTest
  @ValueSource(strings = {"XM-SAMPLE-1-A B", "XM-SAMPLE-1-A\u00A0B", "XM-SAMPLE-1-A\n  B"})
  void blanks_within_an_identifier_are_taken_as_they_are_and_warned_of(String identifier) {
    String activity = Iati.activity(identifier, COMPLETE);

    assertThat(codes(activity)).containsExactly(FaultCode.BAD_IDENTIFIER);
    assertThat(Iati.read(Iati.file(activity)).accepted(0).activity().identifier())
        .isEqualTo(identifier);
  }

  @Test
  void blanks_around_references_and_codes_are_taken_away_and_warned_of() {
    String activity =
        Iati.activity(
                "<recipient-country code=' VN '/><sector code='1'/>"
                    + "<related-activity ref=' XM-SAMPLE-1-B' type='1'/>")
            .replace("ref=\"XM-SAMPLE-1\" type", "ref=\"XM-SAMPLE-1\u00A0\" type");

    assertThat(codes(activity))
        .containsExactly(FaultCode.BLANKS, FaultCode.BLANKS, FaultCode.BLANKS);
    IatiActivity taken = Iati.read(Iati.file(activity)).accepted(0).activity();
    assertThat(taken.reportingOrganisation().ref()).isEqualTo("XM-SAMPLE-1");
    assertThat(taken.recipientCountries().getFirst().code()).isEqualTo("VN");
    assertThat(taken.relatedActivities().getFirst().ref()).isEqualTo("XM-SAMPLE-1-B");
  }

  @Test
  void a_text_without_any_character_is_a_warning_and_only_a_title_is_not() {
    String transaction =
        "<transaction><transaction-type code='3'/><transaction-date iso-date='2026-01-01'/>"
            + "<value value-date='2026-01-01'>1</value>%s</transaction>";
    String blank =
        COMPLETE + transaction.formatted("<description><narrative> </narrative></description>");
    String none = COMPLETE + transaction.formatted("<description/>");

    assertThat(codes(Iati.activity(blank))).containsExactly(FaultCode.EMPTY_NARRATIVE);
    assertThat(codes(Iati.activity(none))).containsExactly(FaultCode.EMPTY_NARRATIVE);
    IatiElement taken = Iati.read(Iati.file(Iati.activity(none))).accepted(0).tree();
    assertThat(taken.child("transaction").orElseThrow().child("description")).isEmpty();
    assertThat(Iati.read(Iati.file(Iati.activity(COMPLETE).replace(">Title<", "> <"))).errors())
        .extracting(Fault::code)
        .containsExactly(FaultCode.EMPTY_NARRATIVE);
    assertThat(codes(Iati.activity(COMPLETE).replace(">Description<", "> <")))
        .containsExactly(FaultCode.EMPTY_NARRATIVE);
  }

  @Test
  void a_position_that_is_none_is_kept_and_warned_of() {
    String activity =
        Iati.activity(
            "<recipient-country code='VN'/><location><point"
                + " srsName='http://www.opengis.net/def/crs/EPSG/0/4326'><pos>21,03 N</pos></point>"
                + "</location><sector code='1'/>");

    assertThat(codes(activity)).containsExactly(FaultCode.UNREADABLE_POSITION);
    assertThat(Iati.read(Iati.file(activity)).accepted(0).activity().locations().getFirst())
        .satisfies(
            location -> {
              assertThat(location.point()).isEmpty();
              assertThat(location.unreadable()).contains("21,03 N");
            });
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
  @ValueSource(strings = {"", " "})
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
    assertThat(Iati.read(Iati.file(activity)).file().accepted()).isEqualTo(1);
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
