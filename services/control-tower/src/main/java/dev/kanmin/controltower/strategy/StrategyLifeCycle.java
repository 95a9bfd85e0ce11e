package dev.kanmin.controltower.strategy;

import static dev.kanmin.controltower.strategy.Tier.DEVELOPING;
import static dev.kanmin.controltower.strategy.Tier.NONE;
import static dev.kanmin.controltower.strategy.Tier.PRIORITY;
import static dev.kanmin.controltower.strategy.Tier.WATCH;

import dev.kanmin.controltower.agency.TowerAgencies;
import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.events.aggregates.LifeCycle.Role;
import java.util.List;

/** Who decides the strategy for a cell. */
final class StrategyLifeCycle {
  static final String KIND = "strategy";

  static final LifeCycle<StrategyCommand, Strategy> TABLE =
      LifeCycle.of(KIND, "tower:approve", Strategy::tier, StrategyRules.NOT_IN_THIS_STATE)
          .others(StrategyRules.NOT_YOURS)
          .with(
              LifeCycle.<StrategyCommand.Decide, Strategy>verb(
                      "decide", StrategyCommand.Decide.class)
                  .from(PRIORITY, DEVELOPING, WATCH, NONE)
                  .to(PRIORITY, DEVELOPING, WATCH, NONE)
                  .by(
                      List.of(
                          new Role<>("control-tower", (_, agency) -> TowerAgencies.has(agency)))));

  private StrategyLifeCycle() {}
}
