package dev.kanmin.controltower.actual;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.wire.EventType;
import dev.kanmin.events.wire.NotPublished;
import java.util.Map;
import java.util.Optional;

/**
 * All that can happen to a reported figure. Before its agency approves it the figure is its own:
 * only what was approved is published.
 */
public sealed interface ActualEvent {
  @EventType("actual-reported")
  record ActualReported(
      Actual.Slot slot,
      @NotPublished Optional<Actual.Figure> figure,
      @NotPublished Map<String, String> indicatorName,
      @NotPublished Optional<AgencyCode> owner)
      implements ActualEvent {}

  @EventType("actual-corrected")
  record ActualCorrected(ActualState state, @NotPublished Optional<Actual.Figure> figure)
      implements ActualEvent {}

  @EventType("actual-submitted")
  record ActualSubmitted(ActualState state) implements ActualEvent {}

  @EventType("actual-returned")
  record ActualReturned(ActualState state, @NotPublished Optional<String> why)
      implements ActualEvent {}

  @EventType("actual-approved")
  record ActualApproved(ActualState state, Actual.Figure figure) implements ActualEvent {}

  @EventType("actual-accepted")
  record ActualAccepted(ActualState state, Actual.Figure figure) implements ActualEvent {}

  @EventType("actual-unlocked")
  record ActualUnlocked(ActualState state) implements ActualEvent {}
}
