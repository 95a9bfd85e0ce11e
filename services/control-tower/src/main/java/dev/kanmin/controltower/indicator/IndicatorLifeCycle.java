package dev.kanmin.controltower.indicator;

import static dev.kanmin.controltower.indicator.IndicatorState.CURRENT;
import static dev.kanmin.controltower.indicator.IndicatorState.RETIRED;

import dev.kanmin.controltower.indicator.IndicatorCommand.*;
import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.events.aggregates.LifeCycle.Role;
import dev.kanmin.events.aggregates.LifeCycle.Row;
import java.util.List;

/** What may be done with an indicator, when and by whom. */
final class IndicatorLifeCycle {
  static final String KIND = "indicator";

  private static final List<Role<Indicator>> OWN =
      List.of(new Role<>("owner", Indicator::isOwnedBy));

  static final LifeCycle<IndicatorCommand, Indicator> TABLE =
      LifeCycle.of(KIND, "tower:write", Indicator::state, IndicatorRules.NOT_IN_THIS_STATE)
          .others(IndicatorRules.NOT_YOUR_INDICATOR)
          .with(
              verb("define", Define.class)
                  .to(CURRENT)
                  .unless(IndicatorRules.ALREADY_DEFINED, IndicatorRules::definedBefore),
              verb("revise", Revise.class).from(CURRENT).by(OWN),
              verb("retire", Retire.class).from(CURRENT).to(RETIRED).by(OWN).repeatable());

  private IndicatorLifeCycle() {}

  private static <K extends IndicatorCommand> Row<K, Indicator> verb(
      String code, Class<K> command) {
    return LifeCycle.verb(code, command);
  }
}
