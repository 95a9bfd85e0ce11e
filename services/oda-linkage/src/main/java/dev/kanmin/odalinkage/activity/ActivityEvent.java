package dev.kanmin.odalinkage.activity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.kanmin.codes.Field;
import dev.kanmin.events.EventType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can happen to an activity. Each event carries the whole public picture after it
 * as {@link #activity()}, so that a reader which only keeps copies may treat all of them alike; the
 * other parts say what changed. The report itself with its narratives stays with this service.
 */
public sealed interface ActivityEvent {

  /** The activity as everybody may see it, after this event. */
  ActivityFacts activity();

  /** An IATI file brought a new activity, or new content of a known one. */
  @EventType("activity-imported")
  record Imported(ActivityFacts activity, @JsonIgnore Report report) implements ActivityEvent {
    @JsonCreator
    static Imported published(ActivityFacts activity) {
      return new Imported(activity, Report.UNPUBLISHED);
    }
  }

  /** An officer entered an activity. */
  @EventType("activity-registered")
  record Registered(ActivityFacts activity, @JsonIgnore Report report, @JsonIgnore Course course)
      implements ActivityEvent {
    @JsonCreator
    static Registered published(ActivityFacts activity) {
      return new Registered(activity, Report.UNPUBLISHED, Course.NONE);
    }
  }

  /** An officer changed an activity that was entered by hand. */
  @EventType("activity-revised")
  record Revised(ActivityFacts activity, @JsonIgnore Report report) implements ActivityEvent {
    @JsonCreator
    static Revised published(ActivityFacts activity) {
      return new Revised(activity, Report.UNPUBLISHED);
    }
  }

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
  record Advanced(
      ActivityFacts activity,
      String step,
      LocalDate date,
      Optional<String> nextStep,
      Optional<LocalDate> nextDate,
      @JsonIgnore Optional<String> evidence)
      implements ActivityEvent {
    @JsonCreator
    static Advanced published(
        ActivityFacts activity,
        String step,
        LocalDate date,
        Optional<String> nextStep,
        Optional<LocalDate> nextDate) {
      return new Advanced(activity, step, date, nextStep, nextDate, Optional.empty());
    }
  }

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
      @JsonIgnore Course course)
      implements ActivityEvent {
    @JsonCreator
    static StepCorrected published(
        ActivityFacts activity,
        Optional<String> step,
        String previous,
        StepCorrectionReason reason) {
      return new StepCorrected(activity, step, previous, reason, Course.NONE);
    }
  }

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
      @JsonIgnore Optional<String> remark)
      implements ActivityEvent {
    @JsonCreator
    static FieldsOverridden published(
        ActivityFacts activity,
        List<Field> fields,
        List<Field> previous,
        String by,
        OverrideReason reason) {
      return new FieldsOverridden(activity, fields, previous, by, reason, Optional.empty());
    }
  }
}
