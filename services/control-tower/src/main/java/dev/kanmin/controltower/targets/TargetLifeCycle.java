package dev.kanmin.controltower.targets;

import static dev.kanmin.controltower.targets.TargetState.SET;
import static dev.kanmin.controltower.targets.TargetState.WITHDRAWN;

import dev.kanmin.controltower.targets.TargetCommand.*;
import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.events.aggregates.LifeCycle.Role;
import dev.kanmin.events.aggregates.LifeCycle.Row;
import java.util.List;

/** What may be done with a target, when and by whom. */
final class TargetLifeCycle {
  static final String KIND = "target";

  private static final List<Role<Target>> OWN = List.of(new Role<>("owner", Target::isOwnedBy));

  static final LifeCycle<TargetCommand, Target> TABLE =
      LifeCycle.of(KIND, "tower:write", Target::state, TargetRules.NOT_IN_THIS_STATE)
          .others(TargetRules.NOT_YOUR_TARGET)
          .with(
              verb("set", SetTarget.class)
                  .to(SET)
                  .unless(TargetRules.ALREADY_SET, TargetRules::setBefore),
              verb("rebaseline", Rebaseline.class).from(SET).by(OWN),
              verb("explain", Explain.class).from(SET).by(OWN),
              verb("withdraw", Withdraw.class).from(SET).to(WITHDRAWN).by(OWN).repeatable());

  private TargetLifeCycle() {}

  private static <K extends TargetCommand> Row<K, Target> verb(String code, Class<K> command) {
    return LifeCycle.verb(code, command);
  }
}
