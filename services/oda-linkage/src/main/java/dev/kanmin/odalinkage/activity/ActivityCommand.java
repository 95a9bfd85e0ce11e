package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.Field;
import dev.kanmin.odalinkage.iati.IatiActivity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Everything that can be asked of an activity. */
public sealed interface ActivityCommand {

  /** Takes what an IATI file reports of the activity, be it new or known. */
  record Import(Report report, IatiActivity activity) implements ActivityCommand {}

  /**
   * Enters an activity by hand.
   *
   * @param scheme a code of the list of schemes
   */
  record Register(Report report, IatiActivity activity, Optional<String> scheme)
      implements ActivityCommand {}

  /** Replaces what was entered by hand. */
  record Revise(Report report, IatiActivity activity) implements ActivityCommand {}

  /**
   * Puts the activity under a scheme.
   *
   * @param scheme a code of the list of schemes
   */
  record SetScheme(String scheme) implements ActivityCommand {}

  /**
   * Records that a step was reached; steps between may be left out.
   *
   * @param step code of {@code scheme-steps}, one of the activity's scheme
   * @param date when it was reached
   * @param evidence where it is proven
   * @param nextStep what is expected next; the following step of the scheme if not given
   * @param nextDate when that is expected
   */
  record Advance(
      String step,
      LocalDate date,
      Optional<String> evidence,
      Optional<String> nextStep,
      Optional<LocalDate> nextDate)
      implements ActivityCommand {}

  /**
   * Puts the activity back to an earlier step, or corrects the date or evidence of the one it is
   * at.
   *
   * @param step where it really stands; empty when it has not reached any step
   * @param date when it reached that step; what is recorded if not given
   */
  record CorrectStep(
      Optional<String> step,
      Optional<LocalDate> date,
      Optional<String> evidence,
      StepCorrectionReason reason)
      implements ActivityCommand {}

  /**
   * Confirms fields that were found automatically.
   *
   * @param fields which of them; all if none is named
   */
  record ConfirmFields(List<Field> fields) implements ActivityCommand {}

  /**
   * Puts fields in place of those that were found.
   *
   * @param fields none at all says that no field fits
   */
  record OverrideFields(List<Field> fields, OverrideReason reason, Optional<String> remark)
      implements ActivityCommand {}
}
