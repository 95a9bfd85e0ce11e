package dev.kanmin.odalinkage.activity;

import dev.kanmin.events.Rule;

/** Why a command about an activity can be refused. */
public final class ActivityRules {
  static final Rule UNKNOWN_ACTIVITY =
      Rule.notFound("unknown-activity", "There is no such activity");

  /** Whose an activity is: see {@link Ownership}. */
  static final Rule OWNED_BY_OTHER =
      Rule.conflict("owned-by-other", "The activity belongs to another agency");

  static final Rule IDENTIFIER_TAKEN =
      Rule.conflict("identifier-taken", "The IATI identifier is in use");
  static final Rule IDENTIFIER_FIXED =
      Rule.invalid("identifier-fixed", "An activity keeps its IATI identifier");
  static final Rule IMPORTED =
      Rule.conflict("imported-activity", "An imported activity is changed by a newer file");

  static final Rule UNKNOWN_SCHEME = Rule.invalid("unknown-scheme", "There is no such scheme");
  static final Rule SCHEME_NOT_OFFERED =
      Rule.invalid("scheme-not-offered", "The scheme was not offered when the activity began");
  static final Rule SCHEME_NOT_SET =
      Rule.conflict("scheme-not-set", "The activity is under no scheme yet");
  static final Rule STEPS_NOT_IN_SCHEME =
      Rule.conflict("steps-not-in-scheme", "The scheme lacks a step that was already reached");

  static final Rule UNKNOWN_STEP = Rule.invalid("unknown-step", "The scheme has no such step");
  static final Rule STEP_NOT_OF_THAT_TIME =
      Rule.invalid("step-not-of-that-time", "The scheme did not have this step on that day");
  static final Rule STEP_GOES_BACK =
      Rule.conflict("step-goes-back", "The activity is past this step");
  static final Rule STEP_ALREADY_REACHED =
      Rule.conflict("step-already-reached", "The step is recorded with another date");
  static final Rule STEP_NOT_REACHED =
      Rule.conflict("step-not-reached", "Only what was reached can be corrected");
  static final Rule STEP_IN_FUTURE =
      Rule.invalid("step-in-future", "A step that lies ahead cannot have been reached");
  static final Rule STEP_DATES_OUT_OF_ORDER =
      Rule.invalid("step-dates-out-of-order", "Steps are reached one after the other");
  static final Rule NEXT_STEP_NOT_AHEAD =
      Rule.invalid("next-step-not-ahead", "What is expected next comes after what was reached");
  static final Rule DATE_REQUIRED =
      Rule.invalid("date-required", "The day is needed on which the step was reached");

  static final Rule FIELD_NOT_FOUND =
      Rule.invalid("field-not-found", "Only fields that were found can be confirmed");
  static final Rule NOTHING_TO_CONFIRM =
      Rule.conflict("nothing-to-confirm", "No field was found automatically");
  static final Rule FIELDS_CONTRADICT_REASON =
      Rule.invalid("fields-contradict-reason", "Fields and reason contradict one another");
  static final Rule REMARK_REQUIRED =
      Rule.invalid("remark-required", "The reason 'other' needs a remark");

  private ActivityRules() {}
}
