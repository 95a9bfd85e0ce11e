package dev.kanmin.marketintelligence.watch;

import static dev.kanmin.marketintelligence.watch.WatchState.ACTIVE;
import static dev.kanmin.marketintelligence.watch.WatchState.ENDED;
import static dev.kanmin.marketintelligence.watch.WatchState.PAUSED;

import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.events.aggregates.LifeCycle.Role;
import dev.kanmin.events.aggregates.LifeCycle.Row;
import dev.kanmin.marketintelligence.watch.WatchCommand.*;
import java.util.List;

/** What may be done with a watch, when and by whom. */
final class WatchLifeCycle {
  static final String KIND = "watch";

  private static final List<Role<Watch>> OWN = List.of(new Role<>("owner", Watch::isOwnedBy));

  static final LifeCycle<WatchCommand, Watch> TABLE =
      LifeCycle.of(KIND, "market:write", Watch::state, WatchRules.NOT_IN_THIS_STATE)
          .others(WatchRules.NOT_YOUR_WATCH)
          .with(
              verb("register", Register.class)
                  .to(ACTIVE)
                  .unless(WatchRules.ALREADY_REGISTERED, WatchRules::registered),
              verb("revise", Revise.class).from(ACTIVE, PAUSED).by(OWN),
              verb("pause", Pause.class).from(ACTIVE).to(PAUSED).by(OWN).repeatable(),
              verb("resume", Resume.class).from(PAUSED).to(ACTIVE).by(OWN).repeatable(),
              verb("end", End.class).from(ACTIVE, PAUSED).to(ENDED).by(OWN).repeatable(),
              verb("unsubscribe", Unsubscribe.class)
                  .from(ACTIVE, PAUSED)
                  .to(ENDED)
                  .internal()
                  .repeatable());

  private WatchLifeCycle() {}

  private static <K extends WatchCommand> Row<K, Watch> verb(String code, Class<K> command) {
    return LifeCycle.verb(code, command);
  }
}
