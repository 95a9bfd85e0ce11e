package dev.kanmin.marketintelligence.watch;

import static dev.kanmin.marketintelligence.watch.WatchState.ACTIVE;
import static dev.kanmin.marketintelligence.watch.WatchState.ENDED;
import static dev.kanmin.marketintelligence.watch.WatchState.PAUSED;

import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Decider;
import dev.kanmin.marketintelligence.watch.WatchCommand.*;
import dev.kanmin.marketintelligence.watch.WatchEvent.*;
import java.util.List;
import java.util.Optional;

/** What a command leads to once {@link WatchLifeCycle} admits it. */
final class WatchDecider implements Decider<WatchCommand, WatchEvent, Watch> {
  @Override
  public Watch initial() {
    return Watch.NONE;
  }

  @Override
  public List<WatchEvent> decide(WatchCommand command, Watch watch, CommandContext context) {
    if (!WatchLifeCycle.TABLE.admits(command, watch, context)) {
      return List.of();
    }
    return switch (command) {
      case Register(var content, var token) -> {
        WatchRules.check(content);
        yield List.of(
            new WatchRegistered(
                ACTIVE, Optional.of(context.by()), Optional.of(content), Optional.of(token)));
      }
      case Revise(var content) -> {
        WatchRules.check(content);
        yield watch.content().equals(Optional.of(content))
            ? List.of()
            : List.of(new WatchRevised(watch.state(), Optional.of(content)));
      }
      case Pause() -> List.of(new WatchPaused(PAUSED));
      case Resume() -> List.of(new WatchResumed(ACTIVE));
      case End(), Unsubscribe() -> List.of(new WatchEnded(ENDED));
    };
  }

  @Override
  public Watch evolve(Watch watch, WatchEvent event) {
    return switch (event) {
      case WatchRegistered(var state, var owner, var content, var token) ->
          new Watch(state, owner, content, token);
      case WatchRevised(var state, var content) ->
          new Watch(state, watch.owner(), content, watch.token());
      case WatchPaused(var state) -> watch.in(state);
      case WatchResumed(var state) -> watch.in(state);
      case WatchEnded(var state) -> watch.in(state).withoutAddress();
    };
  }
}
