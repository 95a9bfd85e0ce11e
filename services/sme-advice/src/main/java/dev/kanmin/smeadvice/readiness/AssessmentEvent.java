package dev.kanmin.smeadvice.readiness;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.wire.EventType;
import dev.kanmin.events.wire.NotPublished;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** All that can happen to an assessment. Of its result the band alone leaves the service. */
public sealed interface AssessmentEvent {
  /**
   * A company's readiness was assessed.
   *
   * @param assessmentId {@code ra_…}
   * @param band a code of {@code readiness-bands}
   * @param on the day, in Tokyo
   * @param at the moment: the later one of a day counts
   */
  @EventType("readiness-assessed")
  record ReadinessAssessed(
      String assessmentId,
      String companyId,
      Used questionnaire,
      String band,
      LocalDate on,
      boolean sample,
      @NotPublished Optional<AgencyCode> by,
      @NotPublished Optional<Map<String, String>> answers,
      @NotPublished Optional<Instant> at)
      implements AssessmentEvent {}

  /** The questionnaire that was used. */
  record Used(String id, int version) {}
}
