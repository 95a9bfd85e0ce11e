package dev.kanmin.smeadvice.measures;

import dev.kanmin.codes.AgencyCode;

/**
 * A support measure as it stands.
 *
 * @param owner the agency that keeps it up to date
 */
record MeasureRecord(AgencyCode owner, MeasureState state, Measure measure) {
  /** Before the first event. */
  static final MeasureRecord NONE =
      new MeasureRecord(AgencyCode.of("nobody"), MeasureState.CURRENT, Measure.NONE);

  boolean exists() {
    return !measure.code().isEmpty();
  }

  boolean isOwnedBy(AgencyCode agency) {
    return owner.equals(agency);
  }
}
