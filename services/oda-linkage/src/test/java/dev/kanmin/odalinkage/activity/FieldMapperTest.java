package dev.kanmin.odalinkage.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.Field;
import dev.kanmin.odalinkage.activity.FieldMapping.Reason;
import dev.kanmin.odalinkage.activity.FieldMapping.State;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FieldMapperTest {
  private static final String HEALTH = "<sector code='12191'/>";
  private static final String ROADS = "<sector code='21020'/>";

  @Test
  void a_keyword_in_the_title_finds_a_field_and_says_so() {
    FieldMapping mapping = map("Endoscopy training", HEALTH).getFirst();

    assertThat(mapping.field()).isEqualTo(Field.of("endoscopy"));
    assertThat(mapping.state()).isEqualTo(State.AUTOMATIC);
    assertThat(mapping.reasons())
        .containsExactly(
            new Reason(Reason.Code.KEYWORD_IN_TITLE, Optional.of("endoscop")),
            new Reason(Reason.Code.CRS_SECTOR, Optional.of("12191")));
  }

  @Test
  void a_keyword_without_a_sector_that_supports_it_finds_nothing() {
    assertThat(map("Rehabilitation of a road", ROADS)).isEmpty();
  }

  @Test
  void a_sector_alone_finds_nothing() {
    assertThat(map("Strengthening district hospitals", HEALTH)).isEmpty();
  }

  @Test
  void a_keyword_of_an_activity_without_dac_sectors_finds_a_field() {
    assertThat(
            fields(
                map(
                    "Haemodialysis",
                    "<sector vocabulary='99' code='X'><narrative>Own</narrative></sector>")))
        .containsExactly("blood-purification");
  }

  @Test
  void goods_that_point_to_one_field_alone_find_it() {
    assertThat(fields(map("機材の供与（HSコード：９０１８．１２）", ROADS))).containsExactly("diagnostic-imaging");
    assertThat(fields(map("Supply of equipment (HS 9018.12)", ROADS)))
        .containsExactly("diagnostic-imaging");
  }

  @Test
  void goods_that_point_to_several_fields_find_none() {
    assertThat(map("Supply of equipment (HS 901890)", ROADS)).isEmpty();
  }

  @Test
  void cross_field_is_found_only_where_no_field_of_its_own_is() {
    assertThat(fields(map("Medical equipment", HEALTH))).containsExactly("cross-field");
    assertThat(fields(map("Medical equipment: endoscopes", HEALTH))).containsExactly("endoscopy");
  }

  @Test
  void the_part_of_a_field_is_that_of_the_sectors_which_support_it() {
    String parts = "<sector code='12191' percentage='60'/><sector code='21020' percentage='40'/>";
    assertThat(map("Telemedicine", parts).getFirst().percentage()).contains(new BigDecimal("60"));
  }

  @Test
  void the_activities_of_the_tour_are_found_in_eight_fields() {
    assertThat(
            Samples.tour().stream()
                .collect(
                    Collectors.toMap(
                        sample -> sample.activity().identifier().substring(20),
                        sample ->
                            fields(FieldMapper.map(sample.activity(), sectors(sample)))
                                .collect(Collectors.joining(" ")))))
        .containsEntry("VN-001", "endoscopy")
        .containsEntry("VN-002", "diagnostic-imaging telemedicine")
        .containsEntry("ID-001", "diagnostic-imaging")
        .containsEntry("TH-001", "care-systems")
        .containsEntry("PH-001", "patient-monitoring")
        .containsEntry("MM-001", "blood-purification")
        .containsEntry("KH-001", "cross-field")
        .containsEntry("LA-001", "transradial-intervention")
        .containsEntry("BD-001", "diagnostic-imaging")
        .containsEntry("IN-001", "blood-purification")
        .containsEntry("NP-001", "");
  }

  private static List<FieldMapping> map(String title, String sectors) {
    Samples.Sample sample =
        Samples.one(
            Samples.activity(
                Samples.BANK,
                Samples.BANK + "-1",
                title,
                "<recipient-country code='VN'/>" + sectors));
    return FieldMapper.map(sample.activity(), sectors(sample));
  }

  private static List<ActivityFacts.CodeShare> sectors(Samples.Sample sample) {
    return SectorShares.of(sample.activity());
  }

  private static Stream<String> fields(List<FieldMapping> mappings) {
    return mappings.stream().map(mapping -> mapping.field().code());
  }
}
