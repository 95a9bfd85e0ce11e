package dev.kanmin.events.inbox;

import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Receipt;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;

/** One command to one aggregate, because of an event. */
public final class Reaction {
  private final String place;
  private final String target;
  private final Aggregates<?, ?, ?> aggregates;
  private final Command command;

  private interface Command {
    Mono<Receipt> carryOut(CommandContext context, Consumer<Object> look);
  }

  private Reaction(String place, String target, Aggregates<?, ?, ?> aggregates, Command command) {
    this.place = place;
    this.target = target;
    this.aggregates = aggregates;
    this.command = command;
  }

  /**
   * A command to an aggregate; one that bears brings it into being if it is not there.
   *
   * @param id of the aggregate. That of one to be born follows from what it is about, never from
   *     chance: {@code Ids.derived("lnk", need, company)}
   */
  public static <C, E> Reaction to(Aggregates<C, E, ?> aggregates, String id, C command) {
    return new Reaction(
        id, id, aggregates, (context, look) -> aggregates.handle(id, command, context, look));
  }

  /**
   * Its place among the reactions to the event, if they do not come in the order of the targets'
   * ids.
   *
   * @param newPlace behind the place of the one before, in the order of plain strings; not empty
   */
  public Reaction at(String newPlace) {
    return new Reaction(newPlace, target, aggregates, command);
  }

  String place() {
    return place;
  }

  String target() {
    return target;
  }

  Aggregates<?, ?, ?> aggregates() {
    return aggregates;
  }

  Mono<Receipt> carryOut(CommandContext context, Consumer<Object> look) {
    return command.carryOut(context, look);
  }
}
