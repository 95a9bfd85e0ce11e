package dev.kanmin.odalinkage.activity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why an activity is put back to an earlier step, or a step's record changed. */
public enum StepCorrectionReason {
  @JsonProperty("entered-by-mistake")
  ENTERED_BY_MISTAKE,
  /** A tender failed, an agreement lapsed: the step has to be gone through again. */
  @JsonProperty("step-repeated")
  STEP_REPEATED,
  /** What the step stood for was annulled. */
  @JsonProperty("step-annulled")
  STEP_ANNULLED
}
