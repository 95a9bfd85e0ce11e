package dev.kanmin.odalinkage.activity;

import java.util.Optional;

/**
 * The state of an activity.
 *
 * @param facts what everybody may see; empty before the activity is known
 * @param report the whole report
 * @param course how far it has come; officers' own, no import changes it
 * @param fieldsOverridden whether an officer decided the fields, so that no import changes them
 * @param overrideRemark what the officer wrote when overriding
 */
public record Activity(
    Optional<ActivityFacts> facts,
    Report report,
    Course course,
    boolean fieldsOverridden,
    Optional<String> overrideRemark) {

  static final Activity UNKNOWN =
      new Activity(Optional.empty(), Report.NONE, Course.NONE, false, Optional.empty());

  /** The facts of an activity that is there. */
  ActivityFacts known() {
    return facts.orElseThrow();
  }

  ActivityState state() {
    return facts.map(ActivityFacts::state).orElse(ActivityState.NOT_REPORTED);
  }

  Activity after(ActivityFacts newFacts, Report newReport, Course newCourse) {
    return new Activity(
        Optional.of(newFacts), newReport, newCourse, fieldsOverridden, overrideRemark);
  }

  Activity overridden(ActivityFacts newFacts, Optional<String> remark) {
    return new Activity(Optional.of(newFacts), report, course, true, remark);
  }
}
