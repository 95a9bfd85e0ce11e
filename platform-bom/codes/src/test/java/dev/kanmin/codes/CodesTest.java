package dev.kanmin.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {
  @Test
  void every_assigned_country_is_a_country_and_only_those_of_asia_are_in_asia() {
    assertThat(CountryCode.of("VN").isInAsia()).isTrue();
    assertThat(CountryCode.of("FR").isInAsia()).isFalse();
    assertThat(CountryCode.of("XK").isInAsia()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"vn", "VNM", "XX", "", "V", "ＶＮ"})
  void what_iso_3166_does_not_assign_is_no_country(String code) {
    assertThat(CountryCode.find(code)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CountryCode.of(code))
        .withMessage(
            "'%s' is not a country or region: expected an ISO 3166-1 alpha-2 code such as VN"
                .formatted(code));
  }

  @Test
  void a_refusal_quotes_no_more_than_is_needed_to_find_the_value() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CountryCode.of("V".repeat(1_000_000)))
        .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(200));
  }

  @ParameterizedTest
  @ValueSource(strings = {"JPY", "KRW", "VND"})
  void the_yen_the_won_and_the_dong_have_no_minor_unit(String code) {
    assertThat(CurrencyCode.of(code).minorUnits()).hasValue(0);
  }

  @Test
  void what_iso_4217_does_not_know_is_no_currency() {
    assertThat(CurrencyCode.find("eur")).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CurrencyCode.of("EURO"))
        .withMessageContaining("'EURO' is not a currency");
  }

  @Test
  void a_field_is_a_listed_code_and_unclassified_is_none() {
    assertThat(Field.of("cross-field")).isEqualTo(Field.CROSS_FIELD);
    assertThat(Field.find(Field.UNCLASSIFIED)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Field.of("radiology"))
        .withMessageStartingWith(
            "'radiology' is not a field: expected one of [diagnostic-imaging,");
  }

  @Test
  void a_cell_reads_as_in_its_address() {
    assertThat(Cell.of("VN", "endoscopy")).hasToString("VN/endoscopy");
  }

  @Test
  void an_hs_heading_covers_its_subheadings() {
    assertThat(HsCode.of("9018").covers(HsCode.of("901812"))).isTrue();
    assertThat(HsCode.of("9018").covers(HsCode.of("902212"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "９０１８１２",
        "HSコード901812",
        "ＨＳコード：９０１８１２",
        "HSｺｰﾄﾞ 901812",
        "HS番号　901812",
        "hs code: 901812",
        "H.S. 901812",
        "\u00a0901812\t"
      })
  void full_width_hs_codes_and_the_words_before_them_are_put_away(String typed) {
    assertThat(HsCode.of(typed)).isEqualTo(HsCode.of("901812"));
    assertThat(HsCode.find(typed)).contains(HsCode.of("901812"));
  }

  @Test
  void a_text_names_hs_codes_in_any_width() {
    assertThat(HsCode.namedIn("内視鏡(HSコード９０１８．１２)とX線装置HS 9022.14、9018 HS901812"))
        .containsExactly(HsCode.of("901812"), HsCode.of("902214"));
    assertThat(HsCode.namedIn("9018, CHS 9018")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"9", "901", "90181", "9018.12", "90181200", "⑨018", "٩٠١٨", "HS", "コード9018", ""})
  void an_hs_code_has_two_four_or_six_digits(String code) {
    assertThat(HsCode.find(code)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> HsCode.of(code));
  }

  @Test
  void a_crs_purpose_has_a_category_and_a_category_is_its_own() {
    assertThat(CrsCode.of("12191").category()).isEqualTo(CrsCode.of("121"));
    assertThat(CrsCode.of("121").category()).isEqualTo(CrsCode.of("121"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "1219", "121911", "01219", "1219a"})
  void a_crs_code_has_three_or_five_digits(String code) {
    assertThat(CrsCode.find(code)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> CrsCode.of(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"121", "12191", "12264", "12382", "13040"})
  void health_is_what_the_categories_of_health_hold(String code) {
    assertThat(CrsCodes.isHealth(CrsCode.of(code))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"11430", "32130", "140", "16010"})
  void useful_neighbours_of_health_are_not_health(String code) {
    assertThat(CrsCodes.isHealth(CrsCode.of(code))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"JICA", "", "-jica", "jica-", "ji--ca", "1jica", "ji ca"})
  void an_agency_code_is_lower_case_words_with_hyphens(String code) {
    assertThatIllegalArgumentException().isThrownBy(() -> AgencyCode.of(code));
  }
}
