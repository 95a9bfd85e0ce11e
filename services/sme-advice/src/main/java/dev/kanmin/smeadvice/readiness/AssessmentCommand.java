package dev.kanmin.smeadvice.readiness;

import java.util.Map;

/** All that can be asked of an assessment. */
sealed interface AssessmentCommand {
  /** Every question is answered. */
  record Assess(
      String assessmentId,
      String companyId,
      int version,
      Map<String, String> answers,
      boolean sample)
      implements AssessmentCommand {}
}
