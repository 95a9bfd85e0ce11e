package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.Scheme;
import dev.kanmin.codes.SchemeStep;
import dev.kanmin.codes.Schemes;
import dev.kanmin.odalinkage.activity.ActivityCommand.Advance;
import dev.kanmin.odalinkage.activity.ActivityCommand.CorrectStep;
import dev.kanmin.odalinkage.activity.Course.ReachedStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an activity moves along the steps of its scheme: forward, leaving steps out if need be; back
 * only as a correction with a reason.
 */
final class SchemeSteps {
  private SchemeSteps() {}

  /**
   * The course under a scheme.
   *
   * @param today by which the scheme must be on offer if the activity has no start
   */
  static Course underScheme(Course course, String code, ActivityFacts facts, LocalDate today) {
    Scheme scheme =
        Schemes.find(code)
            .orElseThrow(
                () ->
                    ActivityRules.UNKNOWN_SCHEME.refuse(
                        "There is no scheme '"
                            + shortened(code)
                            + "'; the list schemes has them all.",
                        "/scheme"));
    LocalDate began = facts.actualStart().or(facts::plannedStart).orElse(today);
    if (!scheme.isOpenToNewOn(began)) {
      throw ActivityRules.SCHEME_NOT_OFFERED.refuse(
          code + " was not offered on " + began + ", when the activity began.", "/scheme");
    }
    for (ReachedStep reached : course.reached()) {
      if (scheme.step(reached.step()).isEmpty()) {
        throw ActivityRules.STEPS_NOT_IN_SCHEME.refuse(
            "The activity has reached "
                + reached.step()
                + ", which "
                + code
                + " does not have. Correct its steps first.");
      }
    }
    Optional<String> next = course.nextStep().filter(step -> scheme.step(step).isPresent());
    return new Course(
        Optional.of(code),
        course.reached(),
        next,
        next.isPresent() ? course.nextDate() : Optional.empty());
  }

  /** The course after the step was reached; the same course if all of it is recorded already. */
  static Course advanced(Course course, Advance command, LocalDate today) {
    Scheme scheme = scheme(course);
    int position = position(scheme, command.step(), "/step");
    checkDate(scheme, command.step(), command.date(), today);
    List<ReachedStep> reached = new ArrayList<>(course.reached());
    Optional<String> evidence = command.evidence();
    if (course.current().isPresent()) {
      ReachedStep current = course.current().orElseThrow();
      int at = position(scheme, current.step(), "/step");
      if (position < at) {
        throw ActivityRules.STEP_GOES_BACK.refuse(
            "The activity has reached "
                + current.step()
                + ", which comes after "
                + command.step()
                + ". If that was a mistake, correct the step and say why.",
            "/step");
      }
      if (position == at) {
        if (!current.date().equals(command.date())) {
          throw ActivityRules.STEP_ALREADY_REACHED.refuse(
              command.step()
                  + " was reached on "
                  + current.date()
                  + ". If that is wrong, correct the step and say why.",
              "/date");
        }
        reached.removeLast();
        evidence = evidence.or(current::evidence);
      } else {
        checkOrder(current.date(), command.date());
      }
    }
    reached.add(new ReachedStep(command.step(), command.date(), evidence));
    Optional<String> next = nextStep(scheme, command, position);
    checkNextDate(command, next);
    return new Course(course.scheme(), reached, next, command.nextDate());
  }

  /** The course after a correction; the same course if it is recorded so already. */
  static Course corrected(Course course, CorrectStep command, LocalDate today) {
    Scheme scheme = scheme(course);
    if (command.step().isEmpty()) {
      return course.reached().isEmpty()
          ? course
          : new Course(course.scheme(), List.of(), Optional.empty(), Optional.empty());
    }
    if (course.reached().isEmpty()) {
      throw ActivityRules.STEP_NOT_REACHED.refuse("The activity has not reached any step yet.");
    }
    String step = command.step().orElseThrow();
    int position = position(scheme, step, "/step");
    ReachedStep current = course.reached().getLast();
    if (position > position(scheme, current.step(), "/step")) {
      throw ActivityRules.STEP_NOT_REACHED.refuse(
          "The activity has come to "
              + current.step()
              + " only. Advance it to record that it reached "
              + step
              + ".",
          "/step");
    }
    Optional<ReachedStep> recorded =
        course.reached().stream().filter(reached -> reached.step().equals(step)).findFirst();
    LocalDate date =
        command
            .date()
            .or(() -> recorded.map(ReachedStep::date))
            .orElseThrow(
                () ->
                    ActivityRules.DATE_REQUIRED.refuse(
                        "It is not recorded when " + step + " was reached.", "/date"));
    checkDate(scheme, step, date, today);
    List<ReachedStep> kept = new ArrayList<>();
    for (ReachedStep reached : course.reached()) {
      if (position(scheme, reached.step(), "/step") < position) {
        kept.add(reached);
      }
    }
    if (!kept.isEmpty()) {
      checkOrder(kept.getLast().date(), date);
    }
    kept.add(
        new ReachedStep(
            step, date, command.evidence().or(() -> recorded.flatMap(ReachedStep::evidence))));
    if (kept.equals(course.reached())) {
      return course;
    }
    return new Course(course.scheme(), kept, following(scheme, position, date), Optional.empty());
  }

  private static Scheme scheme(Course course) {
    return Schemes.require(course.scheme().orElseThrow());
  }

  private static int position(Scheme scheme, String step, String pointer) {
    for (int i = 0; i < scheme.steps().size(); i++) {
      if (scheme.steps().get(i).code().equals(step)) {
        return i;
      }
    }
    throw ActivityRules.UNKNOWN_STEP.refuse(
        scheme.code()
            + " has no step '"
            + shortened(step)
            + "'. Its steps are "
            + String.join(", ", scheme.steps().stream().map(SchemeStep::code).toList())
            + ".",
        pointer);
  }

  private static void checkDate(Scheme scheme, String step, LocalDate date, LocalDate today) {
    if (date.isAfter(today)) {
      throw ActivityRules.STEP_IN_FUTURE.refuse(
          date + " is after today, " + today + ". Give a day that is expected as nextDate.",
          "/date");
    }
    if (scheme.stepsOn(date).stream().noneMatch(there -> there.code().equals(step))) {
      throw ActivityRules.STEP_NOT_OF_THAT_TIME.refuse(
          scheme.code() + " did not have the step " + step + " on " + date + ".", "/date");
    }
  }

  private static void checkOrder(LocalDate earlier, LocalDate later) {
    if (later.isBefore(earlier)) {
      throw ActivityRules.STEP_DATES_OUT_OF_ORDER.refuse(
          "The step before was reached on " + earlier + ", after " + later + ".", "/date");
    }
  }

  private static Optional<String> nextStep(Scheme scheme, Advance command, int position) {
    if (command.nextStep().isEmpty()) {
      return following(scheme, position, command.date());
    }
    String next = command.nextStep().orElseThrow();
    if (position(scheme, next, "/nextStep") <= position) {
      throw ActivityRules.NEXT_STEP_NOT_AHEAD.refuse(
          next + " does not come after " + command.step() + ".", "/nextStep");
    }
    return command.nextStep();
  }

  private static void checkNextDate(Advance command, Optional<String> next) {
    Optional<LocalDate> nextDate = command.nextDate();
    if (nextDate.isEmpty()) {
      return;
    }
    if (next.isEmpty() || nextDate.orElseThrow().isBefore(command.date())) {
      throw ActivityRules.NEXT_STEP_NOT_AHEAD.refuse(
          next.isEmpty()
              ? command.step() + " is the last step: nothing is expected after it."
              : "What comes next cannot be expected before " + command.date() + ".",
          "/nextDate");
    }
  }

  private static Optional<String> following(Scheme scheme, int position, LocalDate date) {
    List<SchemeStep> then = scheme.stepsOn(date);
    return scheme.steps().stream()
        .skip(position + 1L)
        .filter(then::contains)
        .map(SchemeStep::code)
        .findFirst();
  }

  private static String shortened(String given) {
    return given.length() <= 60 ? given : given.substring(0, 60) + "…";
  }
}
