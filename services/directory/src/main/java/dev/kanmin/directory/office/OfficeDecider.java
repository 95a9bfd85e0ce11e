package dev.kanmin.directory.office;

import dev.kanmin.directory.office.OfficeCommand.*;
import dev.kanmin.directory.office.OfficeEvent.*;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Decider;
import java.util.List;

/** What a command leads to once {@link OfficeLifeCycle} admits it. */
final class OfficeDecider implements Decider<OfficeCommand, OfficeEvent, Office> {

  @Override
  public Office initial() {
    return Office.NONE;
  }

  @Override
  public List<OfficeEvent> decide(OfficeCommand command, Office office, CommandContext context) {
    return OfficeLifeCycle.TABLE.admits(command, office, context)
        ? events(command, office, context)
        : List.of();
  }

  private static List<OfficeEvent> events(
      OfficeCommand command, Office office, CommandContext context) {
    return switch (command) {
      case Register(var id, var asked) -> {
        asked.check("");
        yield List.of(new OfficeRegistered(id, context.by(), asked.code(), asked.name()));
      }
      case Rename(var name) -> {
        new ResponsibleOffice(office.code(), name).check("");
        yield name.equals(office.name())
            ? List.of()
            : List.of(new OfficeRenamed(office.id(), office.agency(), office.code(), name));
      }
      case HandOver(var to) -> {
        if (to.code().equals(office.code())) {
          throw OfficeRules.OTHER_OFFICE_NEEDED.refuse("This is the one it comes from.", "/to");
        }
        yield List.of(new OfficeHandedOver(office.id(), office.agency(), office.code(), to));
      }
      case Close() -> List.of(new OfficeClosed(office.id(), office.agency(), office.code()));
    };
  }

  @Override
  public Office evolve(Office office, OfficeEvent event) {
    return switch (event) {
      case OfficeRegistered(var id, var agency, var code, var name) ->
          new Office(id, agency, code, name, OfficeState.OPEN);
      case OfficeRenamed renamed -> office.named(renamed.name());
      case OfficeHandedOver handedOver -> office;
      case OfficeClosed closed -> office.in(OfficeState.CLOSED);
    };
  }
}
