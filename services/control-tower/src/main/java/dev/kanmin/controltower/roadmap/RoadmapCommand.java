package dev.kanmin.controltower.roadmap;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All that can be asked of an action of the roadmap. */
sealed interface RoadmapCommand {
  record PlanAction(String id, RoadmapAction.Plan plan) implements RoadmapCommand {}

  /** Its words, milestones and dependencies; never its date. */
  record Amend(RoadmapAction.Plan plan) implements RoadmapCommand {}

  /**
   * What is said of a month, until it is submitted.
   *
   * @param month as 2026-10
   * @param status on-track, at-risk, delayed, ongoing or done
   * @param progress what happened
   * @param reason why it is not on track
   * @param newDue a date to ask for
   * @param reached codes of milestones
   * @param ready whether it can be submitted
   */
  @Schema(name = "WriteRoadmapUpdate")
  record WriteUpdate(
      String month,
      RoadmapState status,
      String progress,
      Optional<String> reason,
      Optional<LocalDate> newDue,
      @JsonSetter(nulls = AS_EMPTY) List<String> reached,
      @JsonSetter(nulls = AS_EMPTY) boolean ready)
      implements RoadmapCommand {}

  /** From now on it is locked, and what it asks for is asked. */
  @Schema(name = "SubmitRoadmapUpdate")
  record SubmitUpdate(String month) implements RoadmapCommand {}

  @Schema(name = "ApproveDateChange")
  record ApproveDate(int number, Optional<String> answer) implements RoadmapCommand {}

  @Schema(name = "RejectDateChange")
  record RejectDate(int number, String answer) implements RoadmapCommand {}

  @Schema(name = "ArchiveAction")
  record Archive(String why) implements RoadmapCommand {}

  /** An action before it ends later now. */
  record NoteDelay(String from, LocalDate theirDue) implements RoadmapCommand {}
}
