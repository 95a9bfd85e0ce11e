package dev.kanmin.controltower.targets;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.wire.EventType;
import dev.kanmin.events.wire.NotPublished;
import java.util.Map;
import java.util.Optional;

/** All that can happen to a target. Targets are for every partner agency. */
public sealed interface TargetEvent {
  @EventType("target-set")
  record TargetSet(
      Target.Goal goal,
      Target.Version version,
      @NotPublished Map<String, String> indicatorName,
      @NotPublished Optional<AgencyCode> owner)
      implements TargetEvent {}

  @EventType("target-rebaselined")
  record TargetRebaselined(Target.Version version) implements TargetEvent {}

  @EventType("target-explained")
  record TargetExplained(Target.Cause cause) implements TargetEvent {}

  @EventType("target-withdrawn")
  record TargetWithdrawn(TargetState state, String why) implements TargetEvent {}
}
