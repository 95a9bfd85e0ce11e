package dev.kanmin.odalinkage.company;

/** What is read of sme-advice's events. */
final class AdviceEvent {
  static final String SERVICE = "sme-advice";
  static final String READINESS_ASSESSED = "dev.kanmin.sme-advice.readiness-assessed.v1";

  private AdviceEvent() {}

  /**
   * A company's readiness was assessed.
   *
   * @param band a code; one that is new to this service is not known here
   */
  record ReadinessAssessed(String companyId, String band) {}
}
