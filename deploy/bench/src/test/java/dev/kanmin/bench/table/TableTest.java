package dev.kanmin.bench.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final Figures OURS = new Figures("ours", List.of(12_345.0), List.of(61.0));
  private static final Figures RAW = new Figures("raw client", List.of(20_000.0), List.of());

  @Test
  void each_line_begins_with_the_number_of_its_metric_and_ends_with_the_outcome() {
    var lines =
        Table.text(
                List.of(
                    Row.compare("P1", "drain", "events/s", OURS, RAW, Goal.atLeast(0.5)),
                    Row.compare("P1-embedded", "drain", "events/s", OURS, RAW, Goal.none()),
                    Row.notRun("P9", "pages", "no mongod"),
                    Row.wrong("P8", "a command", "3 of 100 events are missing")))
            .lines()
            .toList();

    assertThat(lines).hasSize(5);
    assertThat(lines.get(1)).startsWith("P1 ").endsWith(" met");
    assertThat(lines.get(2)).startsWith("P1-embedded ").endsWith(" no goal");
    assertThat(lines.get(3)).startsWith("P9 ").endsWith(" not run: no mongod");
    assertThat(lines.get(4)).startsWith("P8 ").endsWith("3 of 100 events are missing: missed");
  }

  @Test
  void both_sides_their_ratio_and_processor_time_are_shown() {
    var line =
        Table.text(List.of(Row.compare("P1", "drain", "events/s", OURS, RAW, Goal.atLeast(0.5))))
            .lines()
            .skip(1)
            .findFirst()
            .orElseThrow();

    assertThat(line)
        .contains(
            "12,345 events/s", "20,000 raw client", "0.617", "0.617…0.617", "≥ 0.5", "61.0/–");
  }

  @Test
  void numbers_keep_three_digits_that_count() {
    assertThat(Table.number(0.01234)).isEqualTo("0.012");
    assertThat(Table.number(1.234)).isEqualTo("1.23");
    assertThat(Table.number(56.78)).isEqualTo("56.8");
    assertThat(Table.number(123_456.7)).isEqualTo("123,457");
    assertThat(Table.number(0)).isEqualTo("0");
  }
}
