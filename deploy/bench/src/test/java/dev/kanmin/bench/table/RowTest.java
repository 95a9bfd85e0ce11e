package dev.kanmin.bench.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {
  @Test
  void the_ratio_is_the_median_of_the_pairs_and_not_the_ratio_of_the_medians() {
    var row = row(List.of(10.0, 40.0, 90.0), List.of(10.0, 10.0, 100.0), Goal.atLeast(0.5));

    var comparison = row.comparison().orElseThrow();
    assertThat(comparison.ratio()).isEqualTo(1.0);
    assertThat(comparison.lowest()).isEqualTo(0.9);
    assertThat(comparison.highest()).isEqualTo(4.0);
  }

  @Test
  void a_goal_of_at_least_is_met_from_its_limit_on() {
    assertThat(row(List.of(0.5), List.of(1.0), Goal.atLeast(0.5)).outcome().text())
        .isEqualTo("met");
    assertThat(row(List.of(0.49), List.of(1.0), Goal.atLeast(0.5)).outcome().text())
        .isEqualTo("missed");
  }

  @Test
  void a_goal_of_at_most_is_met_up_to_its_limit() {
    assertThat(row(List.of(1.5), List.of(1.0), Goal.atMost(1.5)).outcome().text()).isEqualTo("met");
    assertThat(row(List.of(1.51), List.of(1.0), Goal.atMost(1.5)).outcome().text())
        .isEqualTo("missed");
  }

  @Test
  void a_row_without_a_goal_says_so() {
    assertThat(row(List.of(1.0), List.of(9.0), Goal.none()).outcome().text()).isEqualTo("no goal");
  }

  @Test
  void what_a_reader_must_know_adds_up() {
    var row = row(List.of(1.0), List.of(1.0), Goal.none()).noting("5 s away").missed("too slow");

    assertThat(row.noting("quick").note()).isEqualTo("5 s away; too slow; quick");
    assertThat(row.outcome().text()).isEqualTo("missed");
  }

  @Test
  void a_round_without_its_pair_is_an_error() {
    assertThatThrownBy(() -> row(List.of(1.0, 2.0), List.of(1.0), Goal.none()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Row row(List<Double> ours, List<Double> other, Goal goal) {
    return Row.compare(
        "P0",
        "a metric",
        "events/s",
        new Figures("ours", ours, List.of()),
        new Figures("raw", other, List.of()),
        goal);
  }
}
