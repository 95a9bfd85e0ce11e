package dev.kanmin.controltower.rs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kanmin.controltower.DevFiles;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RsFormsTest {
  private static RsTable read(String file) {
    return RsTable.read(DevFiles.text("logic-models/" + file).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void what_is_read_is_written_and_read_again_cell_by_cell() {
    for (String file : List.of("targets.csv", "links.csv")) {
      RsTable table = read(file);
      assertThat(RsTable.read(table.write())).isEqualTo(table);
      assertThat(RsTable.read(table.write()).write()).isEqualTo(table.write());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "-", "-1", "=1+1", "'=1", "''", "+81", "@x", "-x", "0", " 1 ", "a\r\nb", "\"", ","
      })
  void no_cell_is_lost_or_a_formula(String cell) {
    RsTable table = new RsTable(List.of("a", "b"), List.of(List.of(cell, "x")));
    byte[] written = table.write();
    assertThat(RsTable.read(written)).isEqualTo(table);
    String text = new String(written, StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFFa,b\r\n");
    assertThat(text.split("\r\n", 2)[1]).doesNotStartWith("=").doesNotStartWith("@");
  }

  @Test
  void older_files_are_read_in_the_encoding_of_windows() {
    String text = DevFiles.text("logic-models/links.csv");
    assertThat(RsTable.read(text.getBytes(Charset.forName("windows-31j"))))
        .isEqualTo(read("links.csv"));
    assertThat(RsTable.read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(read("links.csv"));
  }

  @Test
  void programmes_are_told_apart_by_id_and_year() {
    Map<Programme, RsTable> programmes = Programme.split(read("targets.csv"));
    assertThat(programmes.keySet()).extracting(Programme::id).containsExactly("009901", "009902");
    assertThat(programmes.values()).extracting(table -> table.rows().size()).containsExactly(6, 1);
  }

  @Test
  void the_same_indicator_is_another_series_under_another_goal_and_blank_is_not_zero() {
    List<Series> series =
        Series.of(Programme.split(read("targets.csv")).values().iterator().next());
    assertThat(series).hasSize(3);
    assertThat(series).extracting(Series::period).containsExactly("", "短期", "長期");
    Series output = series.getFirst();
    assertThat(output.values().get("目標値")).containsEntry(2025, "5");
    assertThat(output.values().get("実績値")).containsEntry(2025, "5\n(速報)").containsEntry(2026, "-");
    assertThat(output.values().get("達成率")).containsOnlyKeys(2024, 2025);
    assertThat(output.direction()).isEqualTo("上向き");
    Series zero =
        Series.of(Programme.split(read("targets.csv")).values().stream().toList().getLast())
            .getFirst();
    assertThat(zero.values().get("目標値")).containsEntry(2025, "0");
  }

  @Test
  void the_graph_may_have_circles_and_says_why_there_are_no_stages() {
    EffectPath path = EffectPath.of(RsTable.EMPTY, read("links.csv"));
    assertThat(path.nodes()).hasSize(4);
    assertThat(path.edges()).hasSize(4);
    assertThat(path.edges().get(2).noStagesBecause()).isEqualTo("中期は測れない");
    assertThat(path.edges().getLast().to()).isEqualTo(path.edges().getFirst().from());
  }

  @Test
  void what_is_no_form_is_refused_with_its_line() {
    assertThatExceptionOfType(UnreadableForm.class)
        .isThrownBy(() -> RsTable.read("a,b\r\n1,2\r\n3".getBytes(StandardCharsets.UTF_8)))
        .satisfies(fault -> assertThat(fault.line()).isEqualTo(3));
    assertThatExceptionOfType(UnreadableForm.class)
        .isThrownBy(
            () -> Programme.split(RsTable.read("a,b\r\n1,2".getBytes(StandardCharsets.UTF_8))))
        .withMessageContaining("予算事業ID");
  }
}
