package dev.kanmin.odalinkage.iati;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.odalinkage.iati.Iati.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * 2.01 and 2.02 are read by their own rules; docs/decisions/0010-iati-versions.md lists where they
 * differ.
 */
class VersionsTest {

  private static final String MEASURED =
      "<result type='1'><title><narrative>T</narrative></title><indicator"
          + " measure='1'><title><narrative>T</narrative></title>%s</indicator></result>";

  @ParameterizedTest
  @ValueSource(strings = {"activities-2.01.xml", "activities-2.02.xml"})
  void a_valid_file_of_an_earlier_version_is_accepted_and_written_as_2_03(String sample) {
    Result result = Iati.readSample(sample);
    IatiElement tree = result.accepted(0).tree();

    Result again = Iati.read(Iati.write(java.util.List.of(tree)));

    assertThat(result.faults()).isEmpty();
    assertThat(again.errors()).isEmpty();
    assertThat(again.file().version()).contains(IatiVersion.V2_03);
    assertThat(again.accepted(0).contentHash()).isEqualTo(result.accepted(0).contentHash());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <sector code='1' vocabulary-uri='http://a'/>                    | 2.02
          <sector code='1' percentage='100.5'/>                           | 2.01
          <tag code='1' vocabulary='1'/>                                  | 2.03
          <humanitarian-scope type='1' vocabulary='1-2' code='a'/>        | 2.02
          <policy-marker code='1'/>                                       | 2.02
          <policy-marker code='1' significance='1'/>                      | 2.01
          <default-aid-type code='B01'/>                                  | 2.01
          <default-aid-type code='B01' vocabulary='1'/>                   | 2.03
          <default-aid-type code='B01'/><default-aid-type code='B02'/>    | 2.03
          <crs-add><channel-code>1</channel-code></crs-add>               | 2.02
          <transaction humanitarian='1'><transaction-type code='1'/><transaction-date iso-date='2020-01-01'/><value value-date='2020-01-01'>1</value></transaction> | 2.02
          <transaction><transaction-type code='1'/><transaction-date iso-date='2020-01-01'/><value value-date='2020-01-01'>1</value><provider-org type='10'/></transaction> | 2.02
          <transaction><transaction-type code='1'/><transaction-date iso-date='2020-01-01'/><value value-date='2020-01-01'>1</value><aid-type code='1'/><aid-type code='2'/></transaction> | 2.03
          <document-link url='a' format='b'><title><narrative>T</narrative></title><category code='A01'/></document-link> | 2.01
          <document-link url='a' format='b'><title><narrative>T</narrative></title><category code='A01'/><document-date iso-date='2020-01-01'/></document-link> | 2.02
          <document-link url='a' format='b'><title><narrative>T</narrative></title><description><narrative>T</narrative></description><category code='A01'/></document-link> | 2.03
          """)
  void what_a_version_brought_is_refused_in_the_versions_before(String more, String since) {
    for (IatiVersion version : IatiVersion.values()) {
      boolean allowed = version.number().compareTo(since) >= 0;
      if (more.contains("100.5")) {
        // 2.02 alone bounds percentages in its schema; the others are bounded by a rule.
        allowed = false;
      }
      assertThat(accepts(version, more)).as("%s in %s", more, version).isEqualTo(allowed);
    }
  }

  @Test
  void results_grew_with_each_version() {
    assertGrowth("<baseline year='2015' value='1'/>", "2.01");
    assertGrowth("<reference vocabulary='99' code='a'/>", "2.02");
    assertGrowth(period("<target value='1'/>"), "2.01");
    assertGrowth(period("<target value='1'><location ref='a'/></target>"), "2.02");
    assertGrowth(period("<target value='1'><dimension name='a'/></target>"), "2.02");
    assertGrowth(period("<target value='1'/><target value='2'/>"), "2.03");
    assertGrowth(period("<target/>"), "2.03");
    assertGrowth("<baseline year='2015'/>", "2.03");
    assertGrowth("<baseline year='2015' value='1'/><baseline year='2016' value='1'/>", "2.03");
  }

  @Test
  void an_element_of_a_later_version_is_told_as_such() {
    Result result = read(IatiVersion.V2_01, "<tag code='1' vocabulary='1'/>");

    assertThat(result.errors().getFirst().detail())
        .isEqualTo(
            "iati-activity has no element tag in version 2.01, version 2.03 has; remove it, or"
                + " declare that version if the file follows it.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.01", "1.05", "2.04", "3", "", "2.3"})
  void other_versions_are_refused(String number) {
    Result result =
        Iati.read("<iati-activities version='" + number + "'><iati-activity/></iati-activities>");

    assertThat(result.errors())
        .extracting(Fault::code)
        .containsExactly(FaultCode.VERSION_NOT_SUPPORTED);
    assertThat(result.outcomes()).isEmpty();
    assertThat(result.file().version()).isEmpty();
  }

  @Test
  void a_file_that_does_not_tell_its_version_is_refused() {
    assertThat(Iati.read("<iati-activities><iati-activity/></iati-activities>").errors())
        .extracting(Fault::code)
        .containsExactly(FaultCode.VERSION_NOT_SUPPORTED);
  }

  private static void assertGrowth(String inIndicator, String since) {
    for (IatiVersion version : IatiVersion.values()) {
      assertThat(accepts(version, MEASURED.formatted(inIndicator)))
          .as("%s in %s", inIndicator, version)
          .isEqualTo(version.number().compareTo(since) >= 0);
    }
  }

  private static String period(String content) {
    return "<period><period-start iso-date='2020-01-01'/><period-end iso-date='2020-12-31'/>"
        + content
        + "</period>";
  }

  private static boolean accepts(IatiVersion version, String more) {
    return read(version, more).errors().isEmpty();
  }

  private static Result read(IatiVersion version, String more) {
    return Iati.read(Iati.file(Iati.activity(more)).replace("2.03", version.number()));
  }
}
