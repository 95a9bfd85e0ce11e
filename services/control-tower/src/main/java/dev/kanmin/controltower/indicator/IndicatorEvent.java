package dev.kanmin.controltower.indicator;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.wire.EventType;
import dev.kanmin.events.wire.NotPublished;
import java.util.Optional;

/** All that can happen to an indicator. */
public sealed interface IndicatorEvent {
  @EventType("indicator-defined")
  record IndicatorDefined(Definition definition, @NotPublished Optional<AgencyCode> owner)
      implements IndicatorEvent {}

  @EventType("indicator-revised")
  record IndicatorRevised(Definition definition) implements IndicatorEvent {}

  @EventType("indicator-retired")
  record IndicatorRetired(IndicatorState state) implements IndicatorEvent {}
}
