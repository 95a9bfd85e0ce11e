package dev.kanmin.controltower.targets;

import static dev.kanmin.controltower.targets.TargetStories.baseline;
import static dev.kanmin.controltower.targets.TargetStories.set;
import static dev.kanmin.controltower.targets.TargetStories.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.Decimal;
import dev.kanmin.controltower.indicator.Definition.Direction;
import dev.kanmin.controltower.targets.Progress.Reached;
import dev.kanmin.controltower.targets.Progress.Status;
import dev.kanmin.controltower.targets.TargetCommand.*;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.testkit.contract.LifeCycleDocument;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetTest {
  private static final Progress.Thresholds THRESHOLDS =
      new Progress.Thresholds(Decimal.of("0.9"), Decimal.of("0.7"), Decimal.of("130"));
  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

  @Test
  void the_life_cycle_in_the_readme_is_that_of_the_table() {
    LifeCycleDocument.check(Path.of("README.md"), TargetLifeCycle.TABLE);
  }

  @Test
  void the_first_version_stays_beside_the_current_one() {
    Target target =
        set().given(new Rebaseline(baseline("4"), values("12", "20"), "More offices")).state();
    assertThat(target.first().of(2026)).contains(new BigDecimal("10"));
    assertThat(target.current().of(2026)).contains(new BigDecimal("20"));
    assertThat(target.current().number()).isEqualTo(2);
    assertThat(target.current().why()).contains("More offices");
    set().when(new Rebaseline(baseline("2"), values("5", "10"), "Nothing new")).thenNothing();
    set().by("jetro").when(new Withdraw("Not ours")).thenRefusedBy(TargetRules.NOT_YOUR_TARGET);
  }

  @Test
  void a_cause_is_given_of_a_year_that_is_over_and_has_a_target() {
    set().when(new Explain(2026, "Too early", true)).thenRefusedBy(TargetRules.YEAR_NOT_OVER);
    set()
        .when(new Explain(2020, "No target", true))
        .thenRefusedBy(TargetRules.NO_TARGET_THEN, "/fiscalYear");
    assertThat(set().given(new Explain(2025, "Travel", false)).state().causeOf(2025)).isPresent();
  }

  @Test
  void the_run_rate_counts_working_days_and_the_forecast_stands_apart() {
    Progress progress = progress(2026, "4", Direction.UP, OCTOBER);
    assertThat(progress.workingDays().all()).isEqualTo(241);
    assertThat(progress.workingDays().elapsed()).isEqualTo(123);
    // 4 of 10, when 10 × 123 ÷ 241 = 5.1 are due
    assertThat(progress.runRate()).contains(Decimal.of("0.78"));
    assertThat(progress.forecast()).contains(Decimal.of("7.8"));
    assertThat(progress.value()).contains(Decimal.of("4"));
    assertThat(progress.status()).isEqualTo(Status.AT_RISK);
    assertThat(progress.provisional()).isTrue();
    assertThat(progress.causeAsked()).isFalse();
  }

  @Test
  void progress_shows_against_the_first_and_the_current_version() {
    Target target = set().given(new Rebaseline(baseline("4"), values("12", "20"), "More")).state();
    Progress progress = Progress.of(target, Direction.UP, 2026, reached("8"), THRESHOLDS, OCTOBER);
    assertThat(progress.againstFirst().achievement()).contains(Decimal.of("80.0"));
    assertThat(progress.againstFirst().wayFromBaseline()).contains(Decimal.of("75.0"));
    assertThat(progress.againstCurrent().achievement()).contains(Decimal.of("40.0"));
    assertThat(progress.againstCurrent().wayFromBaseline()).contains(Decimal.of("25.0"));
  }

  @Test
  void missed_and_far_exceeded_years_both_ask_for_a_cause() {
    LocalDate later = LocalDate.of(2026, 4, 1);
    assertThat(progress(2025, "4", Direction.UP, later).status()).isEqualTo(Status.MISSED);
    assertThat(progress(2025, "4", Direction.UP, later).causeAsked()).isTrue();
    assertThat(progress(2025, "5", Direction.UP, later).causeAsked()).isFalse();
    Progress far = progress(2025, "6.5", Direction.UP, later);
    assertThat(far.status()).isEqualTo(Status.FAR_EXCEEDED);
    assertThat(far.causeAsked()).isTrue();
    assertThat(far.runRate()).isEmpty();
  }

  @Test
  void where_less_is_better_more_is_no_achievement() {
    LocalDate later = LocalDate.of(2026, 4, 1);
    assertThat(progress(2025, "10", Direction.DOWN, later).status()).isEqualTo(Status.MISSED);
    assertThat(progress(2025, "5", Direction.DOWN, later).status()).isEqualTo(Status.REACHED);
    assertThat(progress(2026, "5", Direction.DOWN, OCTOBER).runRate()).isEmpty();
  }

  @Test
  void without_a_figure_there_is_no_colour() {
    Progress none =
        Progress.of(
            set().state(),
            Direction.UP,
            2026,
            new Reached(Optional.empty(), true),
            THRESHOLDS,
            OCTOBER);
    assertThat(none.status()).isEqualTo(Status.NO_FIGURE);
    assertThat(none.value()).isEmpty();
  }

  @Test
  void a_target_is_for_years_each_once() {
    set()
        .when(new Rebaseline(baseline("1"), List.of(), "None"))
        .thenRefusedBy(TargetRules.NO_YEAR, "/values");
    set()
        .when(
            new Rebaseline(
                baseline("1"),
                List.of(
                    new Target.YearValue(2025, Decimal.of("1")),
                    new Target.YearValue(2025, Decimal.of("10"))),
                "Twice"))
        .thenRefusedBy(Checks.REPEATED_ENTRY, "/values");
  }

  private static Progress progress(int year, String value, Direction direction, LocalDate today) {
    return Progress.of(set().state(), direction, year, reached(value), THRESHOLDS, today);
  }

  private static Reached reached(String value) {
    return new Reached(Optional.of(new BigDecimal(value)), true);
  }
}
