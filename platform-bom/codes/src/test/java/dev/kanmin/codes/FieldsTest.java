package dev.kanmin.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {
  @Test
  void the_fields_are_those_of_the_effort_with_cross_field_last() {
    assertThat(Fields.all())
        .extracting(Field::code)
        .containsExactly(
            "diagnostic-imaging",
            "endoscopy",
            "patient-monitoring",
            "transradial-intervention",
            "blood-purification",
            "care-systems",
            "telemedicine",
            "cross-field");
    assertThat(Fields.currentOn(LocalDate.of(2026, 4, 1))).isEqualTo(Fields.all());
  }

  @Test
  void every_hint_is_a_code_that_the_lists_explain() {
    assertThat(Fields.all())
        .allSatisfy(
            field -> {
              var hints = Fields.hints(field);
              assertThat(hints.keywords()).isNotEmpty();
              assertThat(hints.hs())
                  .allMatch(code -> CodeLists.list(CodeLists.HS_MEDICAL).has(code.code()));
              assertThat(hints.crs())
                  .allMatch(code -> CodeLists.list(CodeLists.CRS).has(code.code()));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "diagnostic-imaging, Supply of CT and MRI scanners, CT MRI",
    "diagnostic-imaging, ＣＴ装置の供与, CT",
    "blood-purification, Haemodialysis training for nurses, haemodialys",
    "transradial-intervention, 心臓ｶﾃｰﾃﾙ治療の研修, カテーテル",
    "patient-monitoring, An ICU for the province, ICU",
    "endoscopy, Early cancer detection by ENDOSCOPY, endoscop",
    "telemedicine, 원격의료 시범사업, 원격의료"
  })
  void keywords_are_found_whatever_their_width_and_case(
      String field, String text, String expected) {
    assertThat(Fields.hints(Field.of(field)).keywordsIn(text))
        .isEqualTo(List.of(expected.split(" ")));
  }

  @ParameterizedTest
  @CsvSource({
    "diagnostic-imaging, Project for the improvement of a road sector",
    "patient-monitoring, Difficult terrain and ICUD",
    "transradial-intervention, Municipal PCIE works",
    "endoscopy, Rural electrification",
    "care-systems, Rehabilitation of the national road"
  })
  void what_only_looks_alike_is_no_hint(String field, String text) {
    assertThat(Fields.hints(Field.of(field)).keywordsIn(text)).isEmpty();
  }
}
