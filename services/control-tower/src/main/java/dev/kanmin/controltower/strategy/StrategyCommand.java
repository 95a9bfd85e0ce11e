package dev.kanmin.controltower.strategy;

/** All that can be asked of the strategy for a cell. */
sealed interface StrategyCommand {
  /** Decided anew; what was decided before stays as a version. */
  record Decide(Strategy.Decision decision) implements StrategyCommand {}
}
