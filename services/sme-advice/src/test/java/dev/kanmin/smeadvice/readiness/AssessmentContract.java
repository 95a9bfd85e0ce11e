package dev.kanmin.smeadvice.readiness;

import dev.kanmin.testkit.contract.EventContract;
import dev.kanmin.testkit.service.Stories;
import java.util.List;

/** The one event of an assessment. */
public final class AssessmentContract {
  private AssessmentContract() {}

  /** Adds the event to the contract. */
  public static EventContract addTo(EventContract contract) {
    return contract.told(
        Assessments.TYPE,
        List.of(
            Stories.of(Assessments.TYPE).given(AssessmentTest.assess(1, AssessmentTest.answers()))),
        List.of());
  }
}
