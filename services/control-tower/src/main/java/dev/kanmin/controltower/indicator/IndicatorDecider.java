package dev.kanmin.controltower.indicator;

import dev.kanmin.controltower.indicator.IndicatorCommand.*;
import dev.kanmin.controltower.indicator.IndicatorEvent.*;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Decider;
import java.util.List;
import java.util.Optional;

/** What a command leads to once {@link IndicatorLifeCycle} admits it. */
final class IndicatorDecider implements Decider<IndicatorCommand, IndicatorEvent, Indicator> {
  @Override
  public Indicator initial() {
    return Indicator.NONE;
  }

  @Override
  public List<IndicatorEvent> decide(
      IndicatorCommand command, Indicator indicator, CommandContext context) {
    if (!IndicatorLifeCycle.TABLE.admits(command, indicator, context)) {
      return List.of();
    }
    return switch (command) {
      case Define(var definition) -> {
        IndicatorRules.check(definition);
        yield List.of(new IndicatorDefined(definition, Optional.of(context.by())));
      }
      case Revise(var definition) -> {
        IndicatorRules.check(definition);
        IndicatorRules.sameMeasure(definition, indicator.known());
        yield definition.equals(indicator.known())
            ? List.of()
            : List.of(new IndicatorRevised(definition));
      }
      case Retire() -> List.of(new IndicatorRetired(IndicatorState.RETIRED));
    };
  }

  @Override
  public Indicator evolve(Indicator indicator, IndicatorEvent event) {
    return switch (event) {
      case IndicatorDefined(var definition, var owner) ->
          new Indicator(IndicatorState.CURRENT, owner, Optional.of(definition));
      case IndicatorRevised(var definition) ->
          new Indicator(indicator.state(), indicator.owner(), Optional.of(definition));
      case IndicatorRetired(var state) ->
          new Indicator(state, indicator.owner(), indicator.definition());
    };
  }
}
