package dev.kanmin.controltower.strategy;

import dev.kanmin.controltower.strategy.StrategyCommand.Decide;
import dev.kanmin.controltower.strategy.StrategyEvent.StrategyDecided;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Decider;
import java.util.List;

/** What a command leads to once {@link StrategyLifeCycle} admits it. */
final class StrategyDecider implements Decider<StrategyCommand, StrategyEvent, Strategy> {
  @Override
  public Strategy initial() {
    return Strategy.NOTHING;
  }

  @Override
  public List<StrategyEvent> decide(
      StrategyCommand command, Strategy strategy, CommandContext context) {
    if (!StrategyLifeCycle.TABLE.admits(command, strategy, context)) {
      return List.of();
    }
    return switch (command) {
      case Decide(var decision) -> {
        StrategyRules.check(decision, context.at());
        boolean isSame =
            !strategy.versions().isEmpty() && strategy.current().decision().equals(decision);
        yield isSame
            ? List.of()
            : List.of(
                new StrategyDecided(
                    new Strategy.Version(strategy.versions().size() + 1, decision, context.by())));
      }
    };
  }

  @Override
  public Strategy evolve(Strategy strategy, StrategyEvent event) {
    return switch (event) {
      case StrategyDecided(var version) -> strategy.with(version);
    };
  }
}
