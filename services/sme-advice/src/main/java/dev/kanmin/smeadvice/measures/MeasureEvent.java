package dev.kanmin.smeadvice.measures;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.wire.EventType;

/** All that can happen to a support measure; all of it is for every agency. */
public sealed interface MeasureEvent {
  /** Id of the measure, {@code msr_…}. */
  String measureId();

  @EventType("support-measure-published")
  record SupportMeasurePublished(String measureId, AgencyCode agency, Measure measure)
      implements MeasureEvent {}

  @EventType("support-measure-revised")
  record SupportMeasureRevised(String measureId, Measure measure) implements MeasureEvent {}

  @EventType("support-measure-retired")
  record SupportMeasureRetired(String measureId, MeasureState state) implements MeasureEvent {}
}
