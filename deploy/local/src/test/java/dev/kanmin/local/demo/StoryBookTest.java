package dev.kanmin.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoryBookTest {
  /** Without a system: every column and every name that a step uses is there before it is used. */
  @Test
  void every_place_of_every_story_can_be_filled() {
    Map<String, String> ids = new HashMap<>();
    for (Story story : StoryBook.stories()) {
      for (Map<String, String> row : StoryBook.rows(story)) {
        var template = new Template(row, ids, LocalDate.parse("2026-11-29"));
        for (Story.Step step : story.steps()) {
          if (Telling.applies(step, row)) {
            assertThat(template.text(step.as())).matches("[a-z]+");
            assertThat(template.text(step.call())).matches("(GET|POST|PUT) /v1/\\S+");
            step.files()
                .map(files -> List.of(template.text(files).split(" ")))
                .ifPresent(files -> assertThat(StoryBook.files(files)).isNotEmpty());
            step.body().ifPresent(body -> assertThat(template.fill(body)).isPresent());
            step.keep().ifPresent(name -> ids.put(template.text(name), "id"));
          }
        }
      }
    }
    assertThat(ids).hasSizeGreaterThan(80);
  }

  @Test
  void several_files_are_sent_as_a_zip_of_the_same_bytes_each_time() {
    List<String> files = List.of("figures.tsv", "reports.tsv");
    assertThat(StoryBook.files(files)).isEqualTo(StoryBook.files(files)).startsWith('P', 'K');
    assertThat(new String(StoryBook.files(List.of("figures.tsv")), StandardCharsets.UTF_8))
        .startsWith("path\t");
  }

  @Test
  void everybody_is_made_up() {
    for (Story story : StoryBook.stories()) {
      for (Map<String, String> row : StoryBook.rows(story)) {
        Optional.ofNullable(row.get("ja"))
            .ifPresent(title -> assertThat(title).startsWith("【サンプル】"));
        Optional.ofNullable(row.get("number"))
            .ifPresent(number -> assertThat(number).matches("[0-9]9999[0-9]{8}"));
      }
    }
  }
}
