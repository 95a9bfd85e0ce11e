package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.Field;
import dev.kanmin.events.wire.EventType;
import dev.kanmin.events.wire.NotPublished;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can happen to an activity. Beside the card, which the platform adds, each event
 * carries as {@link #activity()} what a consumer of IATI detail needs; the other parts say what
 * changed. The report itself with its narratives stays with this service.
 */
public sealed interface ActivityEvent {

  /** The activity as everybody may see it, after this event. */
  ActivityFacts activity();

  /** An IATI file brought a new activity, or new content of a known one. */
  @EventType("activity-imported")
  record ActivityImported(ActivityFacts activity, @NotPublished Optional<Report> report)
      implements ActivityEvent {}

  /** An officer entered an activity. */
  @EventType("activity-registered")
  record ActivityRegistered(
      ActivityFacts activity,
      @NotPublished Optional<Report> report,
      @NotPublished Optional<Course> course)
      implements ActivityEvent {}

  /** An officer changed an activity that was entered by hand. */
  @EventType("activity-revised")
  record ActivityRevised(ActivityFacts activity, @NotPublished Optional<Report> report)
      implements ActivityEvent {}

  /** The activity was put under a scheme of co-operation, or under another one. */
  @EventType("scheme-set")
  record SchemeSet(ActivityFacts activity, String scheme, Optional<String> previous)
      implements ActivityEvent {}

  /**
   * The activity reached a step of its scheme.
   *
   * @param step code of {@code scheme-steps}
   * @param date day on which it was reached
   * @param nextStep what is expected next
   * @param nextDate when that is expected
   * @param evidence where it is proven; stays with this service
   */
  @EventType("activity-advanced")
  record ActivityAdvanced(
      ActivityFacts activity,
      String step,
      LocalDate date,
      Optional<String> nextStep,
      Optional<LocalDate> nextDate,
      @NotPublished Optional<String> evidence)
      implements ActivityEvent {}

  /**
   * A step was recorded wrongly, or undone: the activity stands at another step.
   *
   * @param step where it stands now; empty when it has not reached any step
   * @param previous where it was thought to be
   * @param reason why
   * @param course the corrected course; stays with this service
   */
  @EventType("step-corrected")
  record StepCorrected(
      ActivityFacts activity,
      Optional<String> step,
      String previous,
      StepCorrectionReason reason,
      @NotPublished Optional<Course> course)
      implements ActivityEvent {}

  /** An officer confirmed fields that were found automatically. */
  @EventType("fields-confirmed")
  record FieldsConfirmed(ActivityFacts activity, List<Field> fields) implements ActivityEvent {}

  /**
   * An officer put fields in place of those that were found; none at all means that no field fits.
   *
   * @param by code of the agency that decided
   * @param reason why
   * @param remark the officer's words; stay with this service
   */
  @EventType("fields-overridden")
  record FieldsOverridden(
      ActivityFacts activity,
      List<Field> fields,
      List<Field> previous,
      String by,
      OverrideReason reason,
      @NotPublished Optional<String> remark)
      implements ActivityEvent {}
}
