package dev.kanmin.odalinkage.activity;

import dev.kanmin.events.aggregates.Rule;
import java.util.Optional;

/** Why a command about an activity can be refused. */
public final class ActivityRules {
  static final Rule UNKNOWN_ACTIVITY =
      Rule.notFound("unknown-activity", "There is no such activity");

  /** No verb is bound to a state so far: see {@link ActivityLifeCycle}. */
  static final Rule NOT_IN_THIS_STATE =
      Rule.conflict("not-in-this-state", "The state of the activity does not allow this");

  /** Whose an activity is: see {@link Ownership}. */
  static final Rule OWNED_BY_OTHER =
      Rule.conflict("owned-by-other", "The activity belongs to another agency");

  /** By {@code last-updated-datetime}. */
  static final Rule OLDER_REPORT =
      Rule.conflict("older-report", "A newer report of the activity is known");

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

  static Optional<String> fromAFile(Activity activity) {
    ActivityFacts facts = activity.known();
    return facts.origin() == Origin.IMPORTED
        ? Optional.of(
            facts.iatiIdentifier()
                + " came from an IATI file. Import a newer file to change what it reports.")
        : Optional.empty();
  }

  static Optional<String> underNoScheme(Activity activity) {
    return activity.course().scheme().isEmpty()
        ? Optional.of("Set the scheme of the activity first: its steps depend on it.")
        : Optional.empty();
  }

  static Optional<String> withoutFields(Activity activity) {
    return activity.known().fields().isEmpty()
        ? Optional.of(
            "No field was found for this activity. Override its fields to say which it is about.")
        : Optional.empty();
  }
}
