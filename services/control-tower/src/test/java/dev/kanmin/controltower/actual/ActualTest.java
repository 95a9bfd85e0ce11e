package dev.kanmin.controltower.actual;

import static dev.kanmin.controltower.actual.ActualStories.figure;
import static dev.kanmin.controltower.actual.ActualStories.given;
import static dev.kanmin.controltower.actual.ActualStories.reported;
import static dev.kanmin.controltower.actual.ActualStories.slot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Decimal;
import dev.kanmin.controltower.actual.ActualCommand.*;
import dev.kanmin.testkit.contract.LifeCycleDocument;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActualTest {
  @Test
  void the_life_cycle_in_the_readme_is_that_of_the_table() {
    LifeCycleDocument.check(Path.of("README.md"), ActualLifeCycle.TABLE);
  }

  @Test
  void a_figure_goes_up_level_by_level_and_is_locked_at_the_top() {
    var submitted = reported().given(new Submit());
    submitted.by("meti").when(new Accept(List.of())).thenRefusedBy(ActualRules.NOT_IN_THIS_STATE);
    submitted.by("meti").when(new Approve()).thenRefusedBy(ActualRules.NOT_YOUR_ACTUAL);
    var approved = submitted.given(new Approve());
    approved.when(new Accept(List.of())).thenRefusedBy(ActualRules.NOT_YOUR_ACTUAL);
    var accepted = approved.by("meti").given(new Accept(List.of()));
    accepted
        .by("jica")
        .when(new Correct(figure("13", false)))
        .thenRefusedBy(ActualRules.NOT_IN_THIS_STATE);
    assertThat(accepted.given(new Unlock()).state().state()).isEqualTo(ActualState.APPROVED);
  }

  @Test
  void the_upper_level_waits_for_all_below() {
    reported()
        .given(new Submit(), new Approve())
        .by("meti")
        .when(new Accept(List.of("val_other")))
        .thenRefusedBy(ActualRules.NOT_ALL_APPROVED);
  }

  @Test
  void a_provisional_figure_is_approved_but_not_accepted() {
    given(new Report(slot(), figure("12", true), Map.of("en", "Doctors")))
        .given(new Submit(), new Approve())
        .by("meti")
        .when(new Accept(List.of()))
        .thenRefusedBy(ActualRules.PROVISIONAL);
  }

  @Test
  void before_it_is_approved_it_is_its_agencys_own() {
    var submitted = reported().given(new Submit());
    assertThat(submitted.card()).isEmpty();
    assertThat(submitted.state().isVisibleTo(AgencyCode.of("jetro"))).isFalse();
    assertThat(submitted.state().isVisibleTo(AgencyCode.of("meti"))).isTrue();
    assertThat(submitted.given(new Approve()).card()).isPresent();
  }

  @Test
  void a_figure_reaches_to_a_day_of_its_year_that_has_come() {
    Actual.Figure later =
        new Actual.Figure(Decimal.of("1"), LocalDate.of(2026, 12, 31), false, "Register");
    given()
        .when(new Report(slot(), later, Map.of()))
        .thenRefusedBy(ActualRules.DAY_TO_COME, "/figure/until");
    Actual.Figure before =
        new Actual.Figure(Decimal.of("1"), LocalDate.of(2026, 3, 31), false, "Register");
    given()
        .when(new Report(slot(), before, Map.of()))
        .thenRefusedBy(ActualRules.OUTSIDE_YEAR, "/figure/until");
  }
}
