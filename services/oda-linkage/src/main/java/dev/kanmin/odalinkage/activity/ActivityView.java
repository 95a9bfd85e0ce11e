package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.Scheme;
import dev.kanmin.codes.Schemes;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.odalinkage.activity.Course.ReachedStep;
import dev.kanmin.web.ActionView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One activity with everything about it.
 *
 * @param version to be sent as If-Match by an edit
 * @param activity what everybody sees, on the bus too
 * @param fieldsOverridden whether an officer decided the fields, so that no import changes them
 * @param overrideRemark what the officer wrote
 * @param steps all steps of its scheme, in order; empty without a scheme
 * @param actions what the caller may do with it now, and why not the rest
 * @param report what was reported
 */
record ActivityView(
    String id,
    long version,
    Instant createdAt,
    Instant changedAt,
    ActivityFacts activity,
    boolean fieldsOverridden,
    Optional<String> overrideRemark,
    List<StepView> steps,
    List<ActionView> actions,
    ReportView report) {

  /**
   * A step of the activity's scheme.
   *
   * @param state {@code reached}, {@code skipped} or {@code expected}; codes of {@code step-states}
   * @param date when it was reached, or is expected if it is the next one
   * @param evidence where it is proven
   */
  record StepView(String step, String state, Optional<LocalDate> date, Optional<String> evidence) {}

  static ActivityView of(Stored<Activity> stored, List<ActionView> actions) {
    Activity activity = stored.state();
    return new ActivityView(
        stored.id(),
        stored.version(),
        stored.createdAt(),
        stored.updatedAt(),
        activity.facts().orElseThrow(),
        activity.fieldsOverridden(),
        activity.overrideRemark(),
        steps(activity.course()),
        actions,
        ReportView.of(activity.report().typed()));
  }

  private static List<StepView> steps(Course course) {
    Optional<Scheme> scheme = course.scheme().flatMap(Schemes::find);
    if (scheme.isEmpty()) {
      return List.of();
    }
    List<StepView> steps = new ArrayList<>();
    Optional<String> current = course.current().map(ReachedStep::step);
    boolean past = current.isPresent();
    for (var step : scheme.orElseThrow().steps()) {
      steps.add(step(course, step.code(), past));
      past &= !current.equals(Optional.of(step.code()));
    }
    return steps;
  }

  private static StepView step(Course course, String code, boolean past) {
    return course.reached().stream()
        .filter(reached -> reached.step().equals(code))
        .findFirst()
        .map(
            reached ->
                new StepView(code, "reached", Optional.of(reached.date()), reached.evidence()))
        .orElseGet(
            () ->
                new StepView(
                    code,
                    past ? "skipped" : "expected",
                    course.nextStep().equals(Optional.of(code))
                        ? course.nextDate()
                        : Optional.empty(),
                    Optional.empty()));
  }
}
