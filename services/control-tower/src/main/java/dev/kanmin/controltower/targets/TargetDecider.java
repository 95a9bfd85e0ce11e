package dev.kanmin.controltower.targets;

import dev.kanmin.controltower.fiscal.FiscalYears;
import dev.kanmin.controltower.targets.TargetCommand.*;
import dev.kanmin.controltower.targets.TargetEvent.*;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Decider;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a command leads to once {@link TargetLifeCycle} admits it. */
final class TargetDecider implements Decider<TargetCommand, TargetEvent, Target> {
  @Override
  public Target initial() {
    return Target.NONE;
  }

  @Override
  public List<TargetEvent> decide(TargetCommand command, Target target, CommandContext context) {
    if (!TargetLifeCycle.TABLE.admits(command, target, context)) {
      return List.of();
    }
    return switch (command) {
      case SetTarget(var goal, var name) -> {
        TargetRules.check(goal, context.by());
        yield List.of(
            new TargetSet(
                goal,
                version(1, goal.baseline(), goal.values(), Optional.empty(), context),
                name,
                Optional.of(context.by())));
      }
      case Rebaseline(var baseline, var values, var why) -> {
        TargetRules.check(baseline, values);
        TargetRules.text(why, "/why");
        Target.Version current = target.current();
        yield current.baseline().equals(baseline) && current.values().equals(values)
            ? List.of()
            : List.of(
                new TargetRebaselined(
                    version(current.number() + 1, baseline, values, Optional.of(why), context)));
      }
      case Explain explain -> explained(explain, target, context);
      case Withdraw(var why) -> {
        TargetRules.text(why, "/why");
        yield List.of(new TargetWithdrawn(TargetState.WITHDRAWN, why));
      }
    };
  }

  @Override
  public Target evolve(Target target, TargetEvent event) {
    return switch (event) {
      case TargetSet(var goal, var version, var name, var owner) ->
          new Target(TargetState.SET, owner, Optional.of(goal), name, List.of(version), List.of());
      case TargetRebaselined(var version) -> target.with(version);
      case TargetExplained(var cause) -> target.with(cause);
      case TargetWithdrawn(var state, var why) -> target.in(state);
    };
  }

  private static Target.Version version(
      int number,
      Target.Baseline baseline,
      List<Target.YearValue> values,
      Optional<String> why,
      CommandContext context) {
    return new Target.Version(number, baseline, values, context.at(), context.by(), why);
  }

  private static List<TargetEvent> explained(
      Explain explain, Target target, CommandContext context) {
    TargetRules.text(explain.cause(), "/cause");
    LocalDate today = FiscalYears.day(context.at());
    if (target.current().of(explain.fiscalYear()).isEmpty()) {
      throw TargetRules.NO_TARGET_THEN.refuse("Name a year of the target.", "/fiscalYear");
    }
    if (!Target.isOver(explain.fiscalYear(), today)) {
      throw TargetRules.YEAR_NOT_OVER.refuse(
          "It ends on " + FiscalYears.lastDay(explain.fiscalYear()) + ".");
    }
    Target.Cause cause =
        new Target.Cause(
            explain.fiscalYear(), explain.cause(), explain.targetWasRight(), context.by(), today);
    return target.causes().contains(cause) ? List.of() : List.of(new TargetExplained(cause));
  }
}
