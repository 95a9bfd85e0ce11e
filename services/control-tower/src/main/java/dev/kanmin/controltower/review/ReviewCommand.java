package dev.kanmin.controltower.review;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/** All that can be asked of a review cycle. */
sealed interface ReviewCommand {
  record OpenReview(Review.Subject subject) implements ReviewCommand {}

  /** What it looks at; gathered again, it replaces what was gathered before. */
  @Schema(name = "GatherInputs")
  record Gather(@JsonSetter(nulls = AS_EMPTY) List<Review.Input> inputs) implements ReviewCommand {}

  @Schema(name = "AddFinding")
  record Find(String text) implements ReviewCommand {}

  /**
   * An external opinion.
   *
   * @param role of whoever gave it, never a name
   */
  @Schema(name = "AddOpinion")
  record Hear(String role, String text, LocalDate on) implements ReviewCommand {}

  /**
   * What became of a finding of an earlier cycle.
   *
   * @param became a code of {@code finding-results}
   */
  @Schema(name = "TraceFinding")
  record TraceFinding(String reviewId, int finding, String became, String text)
      implements ReviewCommand {}

  /**
   * What follows.
   *
   * @param decision a code of {@code review-decisions}
   */
  @Schema(name = "DecideReview")
  record Decide(String decision, String why) implements ReviewCommand {}

  /**
   * The actions of the roadmap in which the decision is carried out.
   *
   * @param actions ids, {@code rma_…}; none if there is nothing to do
   */
  @Schema(name = "FollowUpReview")
  record FollowUp(@JsonSetter(nulls = AS_EMPTY) List<String> actions) implements ReviewCommand {}
}
