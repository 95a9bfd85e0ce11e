package dev.kanmin.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kanmin.bench.stage.Progress;
import dev.kanmin.bench.stage.Stage;
import dev.kanmin.bench.table.Row;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BenchTest {
  private static final List<Metric> ALL =
      Stream.of("P1", "P1-embedded", "P2", "P8", "P8b", "P10").<Metric>map(Named::new).toList();

  @Test
  void a_number_chooses_all_variants_of_its_metric_and_no_other() {
    assertThat(chosen("P1")).containsExactly("P1", "P1-embedded");
    assertThat(chosen("P8")).containsExactly("P8", "P8b");
  }

  @Test
  void a_variant_is_chosen_alone() {
    assertThat(chosen("P8b, P1-embedded")).containsExactly("P1-embedded", "P8b");
  }

  @Test
  void nothing_said_is_everything() {
    assertThat(chosen("")).hasSize(ALL.size());
  }

  @Test
  void a_choice_of_nothing_is_an_error_that_names_what_there_is() {
    assertThatThrownBy(() -> chosen("P99")).hasMessageContaining("P99").hasMessageContaining("P8b");
  }

  private static List<String> chosen(String only) {
    return Bench.chosen(ALL, only).stream().map(Metric::number).toList();
  }

  private record Named(String number) implements Metric {
    @Override
    public String title() {
      return number;
    }

    @Override
    public List<Row> run(Stage stage, Progress progress) {
      return List.of();
    }
  }
}
