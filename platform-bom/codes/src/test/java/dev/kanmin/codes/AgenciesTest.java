package dev.kanmin.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgenciesTest {
  @ParameterizedTest
  @CsvSource({
    "XM-DAC-701-8, jica",
    "xm-dac-701-8, jica",
    "' XM-DAC-701-2 ', mofa",
    "JP-JCN-9000012040001, mofa",
    "JP-JCN-4000012090001, meti"
  })
  void a_reporting_organisation_is_recognised_as_one_of_ours(String reference, String agency) {
    assertThat(Agencies.byIdentifier(reference)).map(Agency::code).contains(AgencyCode.of(agency));
  }

  @ParameterizedTest
  @CsvSource({"XM-DAC-46004", "XM-DAC-701", "JP-JCN-", "''"})
  void other_publishers_are_not_ours(String reference) {
    assertThat(Agencies.byIdentifier(reference)).isEmpty();
  }

  @Test
  void the_47_prefectures_are_agencies() {
    assertThat(Agencies.require(AgencyCode.of("prefecture-13")).name(Language.JAPANESE))
        .isEqualTo("東京都");
    assertThat(Agencies.find(AgencyCode.of("prefecture-48"))).isEmpty();
    assertThat(Agencies.all())
        .filteredOn(agency -> agency.code().code().startsWith("prefecture-"))
        .hasSize(47);
  }

  @Test
  void the_identifier_made_of_the_corporate_number_comes_first() {
    assertThat(Agencies.require(AgencyCode.of("mofa")).identifiers())
        .containsExactly("JP-JCN-9000012040001", "XM-DAC-701-2", "JP-2");
  }

  @Test
  void an_agency_nobody_lists_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Agencies.require(AgencyCode.of("nobody")))
        .withMessage("'nobody' is not a partner agency: expected a code of the list agencies");
  }
}
