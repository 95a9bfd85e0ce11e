package dev.kanmin.odalinkage.iati;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kanmin.odalinkage.iati.Iati.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IatiReaderTest {

  private static final String COMPLETE = "<recipient-country code='VN'/><sector code='12191'/>";

  @Test
  void a_valid_file_is_accepted_without_any_fault() {
    Result result = Iati.readSample("activities-2.03.xml");

    assertThat(result.faults()).isEmpty();
    assertThat(result.file().accepted()).isEqualTo(3);
    assertThat(result.file().complete()).isTrue();
    assertThat(result.file().version()).contains(IatiVersion.V2_03);
  }

  @Test
  void the_good_activities_of_a_file_are_accepted_and_the_bad_ones_rejected() {
    Result result = Iati.readSample("activities-with-faults.xml");

    assertThat(result.outcomes())
        .extracting(outcome -> outcome instanceof ActivityOutcome.Accepted)
        .containsExactly(true, false, false, true);
    assertThat(result.file().accepted()).isEqualTo(2);
    assertThat(result.file().rejected()).isEqualTo(2);
    assertThat(result.rejected(1).identifier()).contains("XM-SAMPLE-1-B");
  }

  @Test
  void each_fault_says_where_it_is_and_what_to_do() {
    Result result = Iati.readSample("activities-with-faults.xml");

    assertThat(result.rejected(1).faults().faults())
        .extracting(Fault::line, Fault::path, fault -> fault.code().code())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                15, "/iati-activities/iati-activity[2]", "missing-element"),
            org.assertj.core.groups.Tuple.tuple(
                19, "/iati-activities/iati-activity[2]/title", "element-order"),
            org.assertj.core.groups.Tuple.tuple(
                21, "/iati-activities/iati-activity[2]/activity-date[1]/@iso-date", "bad-type"),
            org.assertj.core.groups.Tuple.tuple(
                22, "/iati-activities/iati-activity[2]/sector[1]/@percentage", "bad-type"),
            org.assertj.core.groups.Tuple.tuple(
                23, "/iati-activities/iati-activity[2]/sector[2]/@share", "unknown-attribute"),
            org.assertj.core.groups.Tuple.tuple(
                23, "/iati-activities/iati-activity[2]/sector[2]/@code", "missing-attribute"));
    assertThat(result.rejected(1).faults().faults().get(1).detail())
        .isEqualTo(
            "title comes too late in iati-activity: the standard has it before description; move it"
                + " there.");
  }

  @Test
  void a_file_without_activities_is_told_at_the_line_of_its_root() {
    Result result = Iati.read("<!-- one -->\n<!-- two -->\n  <iati-activities version='2.03'/>");

    assertThat(result.errors())
        .extracting(Fault::line, Fault::column, Fault::path, Fault::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                3, 3, "/iati-activities", FaultCode.MISSING_ELEMENT));
  }

  @Test
  void what_is_wrong_around_activities_is_a_warning_for_they_are_taken() {
    Result result =
        Iati.read(
            "<iati-activities version='2.03' generated-datetime='now' colour='red' xml:lang='日本'"
                + " linked-data-default='http://x/#a#'>text<other/><x:e xmlns:x='urn:x'/>"
                + Iati.activity(COMPLETE)
                + "</iati-activities>");

    assertThat(result.file().accepted()).isEqualTo(1);
    assertThat(result.faults()).hasSizeGreaterThan(5).noneMatch(Fault::error);
    assertThat(Iati.read(Iati.write(List.of(result.accepted(0).tree()))).faults()).isEmpty();
  }

  @Test
  void errors_come_before_warnings() {
    Result result =
        Iati.read(
            Iati.file(
                Iati.activity("<recipient-country code=' VN'/><sector code='1' colour='red'/>")));

    assertThat(result.rejected(0).faults().faults())
        .extracting(Fault::code)
        .containsExactly(FaultCode.UNKNOWN_ATTRIBUTE, FaultCode.BLANKS);
  }

  @Test
  void the_second_activity_with_the_same_identifier_is_rejected() {
    Result result = Iati.readSample("activities-with-faults.xml");

    assertThat(result.rejected(2).faults().faults())
        .extracting(Fault::code)
        .containsExactly(FaultCode.DUPLICATE_IDENTIFIER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <sector code='12191'/><recipient-country code='VN'/> | ELEMENT_ORDER
          <activity-scope code='1'/><activity-scope code='1'/> | TOO_MANY
          <sectors/> | UNKNOWN_ELEMENT
          <sector code='1' colour='red'/> | UNKNOWN_ATTRIBUTE
          <sector/> | MISSING_ATTRIBUTE
          <sector code='1'>text</sector> | TEXT_NOT_ALLOWED
          <capital-spend percentage='ten'/> | BAD_TYPE
          <document-link url='a' format='text/html'><title/><category code='A01'/></document-link> | MISSING_NARRATIVE
          <x:e xmlns:x='urn:x'/><sector code='1'/> | FOREIGN_ELEMENT_NOT_ALLOWED
          <contact-info><email>a<x:e xmlns:x='urn:x'/></email></contact-info> | FOREIGN_ELEMENT_NOT_ALLOWED
          <related-activity ref='a' type='1' x:a='' xmlns:x='urn:x'/> | FOREIGN_ATTRIBUTE_NOT_ALLOWED
          <country-budget-items vocabulary='1'/> | MISSING_ELEMENT
          <budget><period-start iso-date='2026-01-01'/><period-end iso-date='2026-12-31'/><value value-date='2026-01-01'>1,000</value></budget> | BAD_TYPE
          <budget><period-start iso-date='2026-01-01'/><period-end iso-date='2026-02-30'/><value value-date='2026-01-01'>1</value></budget> | BAD_TYPE
          <sector code='1' percentage='-5'/> | PERCENTAGE_OUT_OF_RANGE
          <sector code='1' xsi:nil='true' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'/> | UNKNOWN_ATTRIBUTE
          """)
  void what_the_standard_does_not_allow_is_rejected_with_its_own_code(String more, FaultCode code) {
    Result result = Iati.read(Iati.file(Iati.activity(more)));

    assertThat(result.errors()).extracting(Fault::code).containsExactly(code);
    assertThat(result.file().rejected()).isEqualTo(1);
  }

  @Test
  void extensions_at_the_end_of_an_element_and_foreign_attributes_are_kept() {
    Result result =
        Iati.read(
            Iati.file(
                Iati.activity(
                    COMPLETE + "<x:e a='1' xmlns:x='urn:x'>mixed <b>text</b> kept</x:e>")));

    IatiElement extension = result.accepted(0).tree().elements().toList().getLast();
    assertThat(result.errors()).isEmpty();
    assertThat(extension.name().namespace()).isEqualTo("urn:x");
    assertThat(extension.content())
        .containsExactly(
            new IatiText("mixed "),
            IatiElement.of("b", List.of(), List.of(new IatiText("text"))),
            new IatiText(" kept"));
  }

  @Test
  void what_an_activity_inherits_from_its_file_is_written_into_it() {
    String activity = Iati.activity(COMPLETE).replace("xml:lang=\"en\" ", "");
    Result result =
        Iati.read(
            "<iati-activities version='2.03' xml:lang='ja'"
                + " linked-data-default='https://example.org/'>"
                + activity
                + "</iati-activities>");

    IatiElement tree = result.accepted(0).tree();
    assertThat(tree.attribute(IatiName.LANGUAGE)).contains("ja");
    assertThat(tree.attribute("linked-data-uri")).contains("https://example.org/XM-SAMPLE-1-A");
    assertThat(result.accepted(0).activity().title().byLanguage()).containsEntry("ja", "Title");
  }

  @Test
  void codes_that_a_complete_list_does_not_have_are_warned_of() {
    IatiCodeLists lists =
        (list, code) ->
            list.equals("ActivityStatus") || list.equals("Sector")
                ? IatiCodeLists.Answer.UNKNOWN
                : IatiCodeLists.Answer.NOT_HELD;
    byte[] file = Iati.file(Iati.activity(COMPLETE)).getBytes(StandardCharsets.UTF_8);

    Result result = Iati.read(new ByteArrayInputStream(file), ReadLimits.STANDARD, lists);

    assertThat(result.file().accepted()).isEqualTo(1);
    assertThat(result.faults())
        .extracting(Fault::path, Fault::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "/iati-activities/iati-activity[1]/activity-status/@code", FaultCode.UNKNOWN_CODE),
            org.assertj.core.groups.Tuple.tuple(
                "/iati-activities/iati-activity[1]/sector[1]/@code", FaultCode.UNKNOWN_CODE));
  }

  @Test
  void faults_beyond_the_limit_are_counted_and_errors_are_kept_before_warnings() {
    String manySectors = "<sector code='1' percentage='1'/>".repeat(3) + "<sector/>".repeat(70);
    Result result = Iati.read(Iati.file(Iati.activity(manySectors)));

    FaultList faults = result.rejected(0).faults();
    assertThat(faults.faults()).hasSize(50).allMatch(Fault::error);
    assertThat(faults.leftOut()).isEqualTo(20);
  }

  @Test
  void every_rejected_activity_tells_a_reason_even_when_the_file_has_told_enough() {
    ReadLimits limits = new ReadLimits(40, 100, 1000, 1000, 10_000, 1000, 100, 2, 3);
    String bad = Iati.activity("<sector/><sector/><sector/>");
    byte[] file = Iati.file(bad, bad, bad).getBytes(StandardCharsets.UTF_8);

    Result result = Iati.read(new ByteArrayInputStream(file), limits, IatiCodeLists.NONE);

    assertThat(result.outcomes())
        .extracting(outcome -> outcome.faults().faults().size())
        .containsExactly(2, 1, 1);
    assertThat(result.outcomes())
        .extracting(outcome -> outcome.faults().leftOut())
        .containsExactly(1, 2, 2);
  }

  @Test
  void a_file_without_activities_is_told() {
    assertThat(Iati.read("<iati-activities version='2.03'/>").errors())
        .extracting(Fault::code)
        .containsExactly(FaultCode.MISSING_ELEMENT);
  }

  @Test
  void an_input_that_breaks_is_not_taken_for_a_bad_file() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }
        };
    byte[] start =
        ("<iati-activities version='2.03'>" + Iati.activity(COMPLETE).repeat(20))
            .getBytes(StandardCharsets.UTF_8);
    InputStream input = new SequenceInputStream(new ByteArrayInputStream(start), broken);

    assertThatThrownBy(
            () ->
                new IatiReader(ReadLimits.STANDARD, IatiCodeLists.NONE, Iati.CLOCK)
                    .read(input, outcome -> {}))
        .isInstanceOf(IOException.class)
        .hasMessage("connection reset");
  }
}
