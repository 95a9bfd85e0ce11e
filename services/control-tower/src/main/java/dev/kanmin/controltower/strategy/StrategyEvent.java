package dev.kanmin.controltower.strategy;

import dev.kanmin.events.wire.EventType;

/** All that can happen to the strategy for a cell. */
public sealed interface StrategyEvent {
  @EventType("strategy-decided")
  record StrategyDecided(Strategy.Version version) implements StrategyEvent {}
}
