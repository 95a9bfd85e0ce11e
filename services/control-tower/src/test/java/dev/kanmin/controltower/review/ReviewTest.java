package dev.kanmin.controltower.review;

import static dev.kanmin.controltower.review.ReviewStories.DECISION;
import static dev.kanmin.controltower.review.ReviewStories.INPUTS;
import static dev.kanmin.controltower.review.ReviewStories.TRACED;
import static dev.kanmin.controltower.review.ReviewStories.opened;
import static dev.kanmin.controltower.review.ReviewStories.subject;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.controltower.review.ReviewCommand.*;
import dev.kanmin.testkit.contract.LifeCycleDocument;
import dev.kanmin.testkit.service.Stories;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReviewTest {
  private static final Find FINDING = new Find("Missions end before contracts begin");

  @Test
  void the_life_cycle_in_the_readme_is_that_of_the_table() {
    LifeCycleDocument.check(Path.of("README.md"), ReviewLifeCycle.TABLE);
  }

  @Test
  void a_cycle_is_gathered_then_decided_then_followed_up() {
    opened().when(FINDING).thenRefusedBy(ReviewRules.NOT_IN_THIS_STATE);
    opened().given(INPUTS).when(DECISION).thenRefusedBy(ReviewRules.NOTHING_FOUND);
    var decided = opened().given(INPUTS, FINDING, DECISION);
    assertThat(decided.card().orElseThrow().facets())
        .containsEntry("review-decisions", List.of("revise"));
    decided.when(FINDING).thenRefusedBy(ReviewRules.NOT_IN_THIS_STATE);
    var followed = decided.given(new FollowUp(List.of()));
    assertThat(followed.state().state()).isEqualTo(ReviewState.FOLLOWED_UP);
    decided
        .when(new FollowUp(List.of("act_1")))
        .thenRefusedBy(ReviewRules.ILL_FORMED_ID, "/actions/0");
  }

  @Test
  void the_latest_word_on_an_earlier_finding_counts() {
    var traced =
        opened()
            .given(TRACED, new TraceFinding(ReviewStories.BEFORE, 1, "done", "All offices have"));
    assertThat(traced.state().traces()).extracting(Review.Trace::became).containsExactly("done");
    opened()
        .when(new TraceFinding(ReviewStories.BEFORE, 1, "forgotten", "x"))
        .thenRefusedBy(ReviewRules.UNKNOWN_CODE, "/became");
  }

  @Test
  void a_year_has_four_quarters_and_opinions_are_of_the_past() {
    opened()
        .when(new Hear("外部有識者", "Later", LocalDate.of(2026, 12, 1)))
        .thenRefusedBy(ReviewRules.DAY_TO_COME, "/on");
    Stories.of(Reviews.TYPE)
        .when(new OpenReview(subject(Optional.of(5))))
        .thenRefusedBy(ReviewRules.NOT_A_QUARTER, "/quarter");
    opened().by("jica").when(INPUTS).thenRefusedBy(ReviewRules.NOT_YOUR_REVIEW);
  }
}
