package dev.kanmin.directory.counterpart;

import static dev.kanmin.directory.counterpart.CounterpartState.ACTIVE;
import static dev.kanmin.directory.counterpart.CounterpartState.MERGED;

import dev.kanmin.directory.counterpart.CounterpartCommand.*;
import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.events.aggregates.LifeCycle.Role;
import dev.kanmin.events.aggregates.LifeCycle.Row;
import java.util.List;
import java.util.Optional;

/** What may be done with a counterpart's record, when and by whom. */
final class CounterpartLifeCycle {
  private static final List<Role<Counterpart>> OWNER =
      List.of(new Role<>("owner", Counterpart::isOwnedBy));

  static final LifeCycle<CounterpartCommand, Counterpart> TABLE =
      LifeCycle.of(
              "counterpart",
              "directory:write",
              Counterpart::state,
              CounterpartRules.COUNTERPART_MERGED)
          .others(CounterpartRules.NOT_YOUR_COUNTERPART)
          .with(
              verb("register", Register.class)
                  .to(ACTIVE)
                  .unless(CounterpartRules.COUNTERPART_KNOWN, CounterpartRules::registered),
              verb("change-profile", ChangeProfile.class).from(ACTIVE).by(OWNER),
              verb("hand-over", HandOver.class).from(ACTIVE).by(OWNER),
              verb("merge", Merge.class)
                  .from(ACTIVE)
                  .to(MERGED)
                  .by(OWNER)
                  .repeatable((asked, it) -> it.into().equals(Optional.of(asked.into()))));

  private CounterpartLifeCycle() {}

  private static <K extends CounterpartCommand> Row<K, Counterpart> verb(
      String code, Class<K> command) {
    return LifeCycle.verb(code, command);
  }
}
