package dev.kanmin.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorporateNumberTest {
  @ParameterizedTest
  @ValueSource(strings = {"7000012050002", "4000012090001", "9000012040001"})
  void numbers_with_the_right_check_digit_are_valid(String digits) {
    assertThat(CorporateNumber.of(digits)).hasToString(digits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "７００００１２０５０００２",
        "7-0000-1205-0002",
        "7 0000 1205 0002",
        "７－００００　１２０５－０００２",
        "７ー００００ー１２０５ー０００２",
        "7ｰ0000ｰ1205ｰ0002",
        "7–0000—1205−0002",
        "7\u00a00000\u00a01205\u202f0002",
        "\t7000012050002\t",
        "\ufeff7000012050002\u200b"
      })
  void full_width_digits_hyphens_and_blanks_are_put_away(String typed) {
    assertThat(CorporateNumber.of(typed)).isEqualTo(CorporateNumber.of("7000012050002"));
  }

  @Test
  void a_wrong_check_digit_is_refused_and_the_right_one_named() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CorporateNumber.of("1000012050002"))
        .withMessage(
            "'1000012050002' is not a corporate number: expected 13 digits, the first of them the"
                + " check digit (it would be 7 here)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "700001205000",
        "70000120500020",
        "T7000012050002",
        "⑦000012050002",
        "七000012050002",
        "7000012050002一",
        "7٠٠٠٠12050002",
        "7000012050002\n"
      })
  void anything_but_13_digits_is_refused(String typed) {
    assertThatIllegalArgumentException().isThrownBy(() -> CorporateNumber.of(typed));
  }

  @Test
  void two_neighbouring_digits_swapped_are_noticed() {
    assertThatIllegalArgumentException().isThrownBy(() -> CorporateNumber.of("7000021050002"));
  }

  @Test
  void a_number_is_made_from_its_body_of_twelve_digits() {
    assertThat(CorporateNumber.withCheckDigitFor("000012050002")).hasToString("7000012050002");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CorporateNumber.withCheckDigitFor("00001205000"));
  }

  @Test
  void the_organisation_identifier_has_the_prefix_of_the_register() {
    assertThat(CorporateNumber.of("4000012090001").asOrganisationIdentifier())
        .isEqualTo("JP-JCN-4000012090001");
  }
}
