package dev.kanmin.controltower.roadmap;

import static dev.kanmin.controltower.roadmap.RoadmapStories.BEFORE;
import static dev.kanmin.controltower.roadmap.RoadmapStories.DUE;
import static dev.kanmin.controltower.roadmap.RoadmapStories.plan;
import static dev.kanmin.controltower.roadmap.RoadmapStories.planned;
import static dev.kanmin.controltower.roadmap.RoadmapStories.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.controltower.roadmap.RoadmapAction.ChangeState;
import dev.kanmin.controltower.roadmap.RoadmapCommand.*;
import dev.kanmin.testkit.contract.LifeCycleDocument;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoadmapTest {
  private static final LocalDate LATER = DUE.plusMonths(2);

  @Test
  void the_life_cycle_in_the_readme_is_that_of_the_table() {
    LifeCycleDocument.check(Path.of("README.md"), RoadmapLifeCycle.TABLE);
  }

  @Test
  void one_update_a_month_is_written_until_it_is_submitted_and_locked() {
    var written =
        planned()
            .given(
                update("2026-10", RoadmapState.ON_TRACK, Optional.empty()),
                update("2026-10", RoadmapState.AT_RISK, Optional.empty()));
    assertThat(written.state().updates()).hasSize(1);
    assertThat(written.state().state()).isEqualTo(RoadmapState.PLANNED);
    var submitted = written.given(new SubmitUpdate("2026-10"));
    assertThat(submitted.state().state()).isEqualTo(RoadmapState.AT_RISK);
    submitted
        .when(update("2026-10", RoadmapState.ON_TRACK, Optional.empty()))
        .thenRefusedBy(RoadmapRules.UPDATE_LOCKED);
    submitted.when(new SubmitUpdate("2026-10")).thenRefusedBy(RoadmapRules.UPDATE_LOCKED);
    planned()
        .when(update("2026-11", RoadmapState.ON_TRACK, Optional.empty()))
        .thenRefusedBy(RoadmapRules.MONTH_TO_COME, "/month");
    planned()
        .when(new SubmitUpdate("October"))
        .thenRefusedBy(RoadmapRules.ILL_FORMED_MONTH, "/month");
  }

  @Test
  void what_is_not_on_track_or_asks_for_a_date_says_why() {
    planned()
        .when(unexplained(RoadmapState.DELAYED, Optional.empty()))
        .thenRefusedBy(RoadmapRules.REASON_REQUIRED, "/reason");
    planned()
        .when(unexplained(RoadmapState.ON_TRACK, Optional.of(LATER)))
        .thenRefusedBy(RoadmapRules.REASON_REQUIRED, "/reason");
    assertThat(planned().when(unexplained(RoadmapState.DONE, Optional.empty())).events())
        .hasSize(1);
    planned()
        .when(unexplained(RoadmapState.PLANNED, Optional.empty()))
        .thenRefusedBy(RoadmapRules.NOT_A_STATUS, "/status");
  }

  @Test
  void a_new_date_holds_only_once_it_is_approved_and_stays_in_the_history() {
    var asked =
        planned()
            .given(
                update("2026-10", RoadmapState.DELAYED, Optional.of(LATER)),
                new SubmitUpdate("2026-10"));
    assertThat(asked.state().due()).contains(DUE);
    asked.when(new ApproveDate(1, Optional.empty())).thenRefusedBy(RoadmapRules.NOT_YOUR_ACTION);
    var approved = asked.by("meti").given(new ApproveDate(1, Optional.empty()));
    assertThat(approved.state().due()).contains(LATER);
    assertThat(approved.state().changes().getFirst().from()).contains(DUE);
    approved.when(new RejectDate(1, "Too late")).thenRefusedBy(RoadmapRules.NO_SUCH_CHANGE);
    var rejected = asked.by("meti").given(new RejectDate(1, "Find another way"));
    assertThat(rejected.state().due()).contains(DUE);
    assertThat(rejected.state().changes().getFirst().state()).isEqualTo(ChangeState.REJECTED);
    planned()
        .when(new Amend(plan("研修", Optional.of(LATER))))
        .thenRefusedBy(RoadmapRules.DATE_BY_UPDATE);
  }

  @Test
  void a_delay_is_noted_where_it_hurts() {
    planned().when(new NoteDelay(BEFORE, DUE)).thenNothing();
    var late = planned().given(new NoteDelay(BEFORE, DUE.plusDays(1)));
    assertThat(late.state().delays()).hasSize(1);
    assertThat(late.state().due()).contains(DUE);
  }

  private static WriteUpdate unexplained(RoadmapState status, Optional<LocalDate> newDue) {
    return new WriteUpdate(
        "2026-10", status, "Something", Optional.empty(), newDue, List.of(), true);
  }
}
