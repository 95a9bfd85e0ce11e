package dev.kanmin.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kanmin.bench.stage.Progress;
import dev.kanmin.bench.stage.Stage;
import dev.kanmin.bench.table.Row;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BenchTest {
  private static final List<List<Metric>> ALL =
      List.of(group("P1"), group("P1-embedded"), group("P2"), group("P8", "P8b"), group("P10"));

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
    assertThat(Bench.chosen(ALL, "")).isEqualTo(ALL);
  }

  @Test
  void a_choice_of_nothing_is_an_error_that_names_what_there_is() {
    assertThatThrownBy(() -> chosen("P99")).hasMessageContaining("P99").hasMessageContaining("P8b");
  }

  @Test
  void what_is_chosen_of_a_group_stays_together() {
    assertThat(Bench.chosen(ALL, "P1,P8")).hasSize(3).last().isEqualTo(group("P8", "P8b"));
  }

  @Test
  void time_is_told_in_minutes_and_seconds() {
    assertThat(Bench.inMinutes(Duration.ofMillis(280_900))).isEqualTo("4 min 40 s");
  }

  private static List<String> chosen(String only) {
    return Bench.chosen(ALL, only).stream().flatMap(List::stream).map(Metric::number).toList();
  }

  private static List<Metric> group(String... numbers) {
    return Stream.of(numbers).<Metric>map(Named::new).toList();
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
