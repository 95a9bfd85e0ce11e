package dev.kanmin.odalinkage.activity;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.kanmin.codes.Field;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Bodies of officers' commands on one activity. */
final class OfficerInput {
  private OfficerInput() {}

  /**
   * @param scheme a code of the list of schemes
   */
  record SetSchemeInput(String scheme) {}

  /**
   * @param step code of {@code scheme-steps}, one of the activity's scheme
   * @param date when it was reached; not in the future
   * @param evidence address or number of a document, up to 500 characters
   * @param nextStep what is expected next; the following step of the scheme if not given
   * @param nextDate when that is expected
   */
  record AdvanceInput(
      String step,
      LocalDate date,
      Optional<String> evidence,
      Optional<String> nextStep,
      Optional<LocalDate> nextDate) {}

  /**
   * @param step where the activity really stands; absent when it has not reached any step
   * @param date when it reached that step; what is recorded if not given
   * @param evidence address or number of a document, up to 500 characters
   */
  record CorrectStepInput(
      Optional<String> step,
      Optional<LocalDate> date,
      Optional<String> evidence,
      StepCorrectionReason reason) {}

  /**
   * @param fields which of those found; all if none is named
   */
  record ConfirmFieldsInput(@JsonSetter(nulls = Nulls.AS_EMPTY) List<Field> fields) {}

  /**
   * @param fields what the activity is about; none at all with the reason {@code no-field-fits}
   * @param remark in words, up to 1,000 characters; required with the reason {@code other}
   */
  record OverrideFieldsInput(List<Field> fields, OverrideReason reason, Optional<String> remark) {}
}
