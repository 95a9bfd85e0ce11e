package dev.kanmin.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateTest {
  private final Template template =
      new Template(
          Map.of(
              "key",
              "m01",
              "capacity",
              "12",
              "fields",
              "endoscopy telemedicine",
              "none",
              "",
              "begins",
              "{today+3}"),
          Map.of("m01", "msn_1"),
          LocalDate.parse("2026-11-29"));

  @Test
  void places_are_filled_by_columns_ids_and_days() {
    assertThat(template.text("POST /v1/missions/{@<key>}/open of {key} on {begins} or {today-29}"))
        .isEqualTo("POST /v1/missions/msn_1/open of m01 on 2026-12-02 or 2026-10-31");
  }

  @Test
  void a_column_may_say_what_it_is() {
    assertThat(template.fill(Map.of("capacity", "{capacity:number}", "fields", "{fields:list}")))
        .contains(
            Map.of("capacity", new BigDecimal(12), "fields", List.of("endoscopy", "telemedicine")));
  }

  @Test
  void what_is_empty_is_left_out_with_all_that_it_leaves_empty() {
    assertThat(
            template.fill(
                Map.of("stop", Map.of("city", "{none}"), "list", List.of("{none}"), "a", "b")))
        .contains(Map.of("a", "b"));
    assertThat(template.fill(Map.of("capacity", "{none:number}"))).isEqualTo(Optional.empty());
  }

  @Test
  void what_is_not_there_is_told() {
    assertThatExceptionOfType(StoryFault.class)
        .isThrownBy(() -> template.text("{nothing}"))
        .withMessageContaining("no column is called nothing");
    assertThatExceptionOfType(StoryFault.class)
        .isThrownBy(() -> template.text("{@m02}"))
        .withMessageContaining("nothing is known as m02");
  }
}
