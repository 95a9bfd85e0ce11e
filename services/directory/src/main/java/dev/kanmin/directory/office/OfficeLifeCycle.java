package dev.kanmin.directory.office;

import static dev.kanmin.directory.office.OfficeState.CLOSED;
import static dev.kanmin.directory.office.OfficeState.OPEN;

import dev.kanmin.directory.office.OfficeCommand.*;
import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.events.aggregates.LifeCycle.Role;
import dev.kanmin.events.aggregates.LifeCycle.Row;
import java.util.List;

/** What may be done with an office, when and by whom. */
final class OfficeLifeCycle {
  private static final List<Role<Office>> OWNER = List.of(new Role<>("owner", Office::isOf));

  static final LifeCycle<OfficeCommand, Office> TABLE =
      LifeCycle.of("office", "directory:write", Office::state, OfficeRules.OFFICE_CLOSED)
          .others(OfficeRules.NOT_YOUR_OFFICE)
          .with(
              verb("register", Register.class)
                  .to(OPEN)
                  .unless(OfficeRules.OFFICE_KNOWN, OfficeRules::registered),
              verb("rename", Rename.class).from(OPEN).by(OWNER),
              verb("hand-over", HandOver.class).from(OPEN).by(OWNER),
              verb("close", Close.class).from(OPEN).to(CLOSED).by(OWNER).repeatable());

  private OfficeLifeCycle() {}

  private static <K extends OfficeCommand> Row<K, Office> verb(String code, Class<K> command) {
    return LifeCycle.verb(code, command);
  }
}
