package dev.kanmin.controltower.actual;

import dev.kanmin.controltower.actual.ActualCommand.*;
import dev.kanmin.controltower.actual.ActualEvent.*;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Decider;
import java.util.List;
import java.util.Optional;

/** What a command leads to once {@link ActualLifeCycle} admits it. */
final class ActualDecider implements Decider<ActualCommand, ActualEvent, Actual> {
  @Override
  public Actual initial() {
    return Actual.NONE;
  }

  @Override
  public List<ActualEvent> decide(ActualCommand command, Actual actual, CommandContext context) {
    if (!ActualLifeCycle.TABLE.admits(command, actual, context)) {
      return List.of();
    }
    return switch (command) {
      case Report(var slot, var figure, var name) -> {
        ActualRules.check(slot);
        ActualRules.check(figure, slot.fiscalYear(), context.at());
        yield List.of(
            new ActualReported(slot, Optional.of(figure), name, Optional.of(context.by())));
      }
      case Correct(var figure) -> {
        ActualRules.check(figure, actual.known().fiscalYear(), context.at());
        yield actual.figure().equals(Optional.of(figure)) && actual.state() == ActualState.DRAFT
            ? List.of()
            : List.of(new ActualCorrected(ActualState.DRAFT, Optional.of(figure)));
      }
      case Submit() -> List.of(new ActualSubmitted(ActualState.SUBMITTED));
      case Return(var why) -> {
        ActualRules.why(why);
        yield List.of(new ActualReturned(ActualState.RETURNED, Optional.of(why)));
      }
      case Approve() ->
          List.of(new ActualApproved(ActualState.APPROVED, actual.figure().orElseThrow()));
      case Accept(var waiting) -> {
        ActualRules.allApproved(waiting);
        yield List.of(new ActualAccepted(ActualState.ACCEPTED, actual.figure().orElseThrow()));
      }
      case Unlock() -> List.of(new ActualUnlocked(ActualState.APPROVED));
    };
  }

  @Override
  public Actual evolve(Actual actual, ActualEvent event) {
    return switch (event) {
      case ActualReported(var slot, var figure, var name, var owner) ->
          new Actual(ActualState.DRAFT, owner, Optional.of(slot), name, figure, Optional.empty());
      case ActualCorrected(var state, var figure) -> actual.saying(figure.orElseThrow()).in(state);
      case ActualSubmitted(var state) -> actual.in(state);
      case ActualReturned(var state, var why) -> actual.returned(why.orElse(""));
      case ActualApproved(var state, var figure) -> actual.in(state);
      case ActualAccepted(var state, var figure) -> actual.in(state);
      case ActualUnlocked(var state) -> actual.in(state);
    };
  }
}
