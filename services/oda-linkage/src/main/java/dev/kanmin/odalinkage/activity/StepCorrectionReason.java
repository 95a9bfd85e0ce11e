package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.Coded;

/** Why an activity is put back to an earlier step, or a step's record changed. */
public enum StepCorrectionReason implements Coded {
  ENTERED_BY_MISTAKE,
  /** A tender failed, an agreement lapsed: the step has to be gone through again. */
  STEP_REPEATED,
  /** What the step stood for was annulled. */
  STEP_ANNULLED
}
