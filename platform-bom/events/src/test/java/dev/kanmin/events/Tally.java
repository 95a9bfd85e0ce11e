package dev.kanmin.events;

import java.util.List;
import org.bson.Document;

/** The smallest aggregate with rules: counts up, can be renamed and closed. */
record Tally(String name, int count, boolean closed) {
  static final Rule CLOSED = Rule.conflict("tally-closed", "The tally is closed");

  static final AggregateType<Command, Event, Tally> TYPE =
      new AggregateType<>(
          "tallies",
          new TallyDecider(),
          EventTypes.of("tally-service", Event.class),
          Tally.class,
          2,
          (state, fromSchema) -> state.put("name", state.path("title").stringValue("")),
          tally -> new Document("count", tally.count()),
          List.of(StoreIndex.ascending("by-count", "keys.count", "_id")));

  sealed interface Command {
    /** Additive. */
    record Add(int amount) implements Command {}

    record Rename(String name) implements Command {}

    record Close() implements Command {}
  }

  sealed interface Event {
    @EventType("counted")
    record Counted(int amount) implements Event {}

    @EventType("renamed")
    record Renamed(String name) implements Event {}

    @EventType("tally-closed")
    record Closed() implements Event {}
  }

  static final class TallyDecider implements Decider<Command, Event, Tally> {
    @Override
    public Tally initial() {
      return new Tally("", 0, false);
    }

    @Override
    public List<Event> decide(Command command, Tally state) {
      if (state.closed()) {
        throw CLOSED.refuse("Closed tallies count no more.", "/amount");
      }
      return switch (command) {
        case Command.Add(int amount) -> List.of(new Event.Counted(amount));
        case Command.Rename(String name) ->
            name.equals(state.name()) ? List.of() : List.of(new Event.Renamed(name));
        case Command.Close() -> List.of(new Event.Counted(0), new Event.Closed());
      };
    }

    @Override
    public Tally evolve(Tally state, Event event) {
      return switch (event) {
        case Event.Counted(int amount) -> new Tally(state.name(), state.count() + amount, false);
        case Event.Renamed(String name) -> new Tally(name, state.count(), false);
        case Event.Closed() -> new Tally(state.name(), state.count(), true);
      };
    }
  }
}
