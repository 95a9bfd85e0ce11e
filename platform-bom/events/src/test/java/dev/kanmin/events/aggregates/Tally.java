package dev.kanmin.events.aggregates;

import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.Card.Figure;
import dev.kanmin.events.wire.CardMaker;
import dev.kanmin.events.wire.EventType;
import dev.kanmin.events.wire.EventTypes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;

/** The smallest aggregate with rules: counts up, can be renamed and closed. */
public record Tally(String name, int count, boolean closed) {
  public static final Rule CLOSED = Rule.conflict("tally-closed", "The tally is closed");

  static final Rule UNKNOWN = Rule.notFound("unknown-tally", "There is no such tally");

  public static final AggregateType<Command, Event, Tally> TYPE = told(tally -> "count");

  /** The same with a card that calls its figure so. */
  static AggregateType<Command, Event, Tally> told(Function<Tally, String> what) {
    return AggregateType.of("tally", "", UNKNOWN, Event.class, Tally.class, new TallyDecider())
        .storedAs("tallies")
        .bornBy(command -> true)
        .visibleTo((tally, agency) -> !agency.code().equals("stranger"))
        .card(tally -> card(tally, what.apply(tally)))
        .schema(2, (state, fromSchema) -> state.put("name", state.path("title").stringValue("")))
        .keys(
            tally -> new Document("count", tally.count()),
            List.of(StoreIndex.ascending("by-count", "keys.count", "_id")))
        .build();
  }

  public static final EventTypes<Event> EVENTS = TYPE.eventTypes("tally-service");

  /** One that nobody has counted with is a draft, of which nothing is public. */
  private static Optional<Card> card(Tally tally, String what) {
    return tally.count() == 0
        ? Optional.empty()
        : Optional.of(
            new CardMaker("tally", tally.closed() ? "closed" : "open")
                .title(Map.of("en", tally.name()))
                .figure(Figure.count(what, tally.count()))
                .make());
  }

  public sealed interface Command {
    /** Additive. */
    record Add(int amount) implements Command {}

    record Rename(String name) implements Command {}

    record Close() implements Command {}
  }

  public sealed interface Event {
    @EventType("counted")
    record Counted(int amount) implements Event {}

    @EventType("renamed")
    record Renamed(String name) implements Event {}

    @EventType("tally-closed")
    record Closed() implements Event {}
  }

  public static final class TallyDecider implements Decider<Command, Event, Tally> {
    @Override
    public Tally initial() {
      return new Tally("", 0, false);
    }

    @Override
    public List<Event> decide(Command command, Tally state, CommandContext context) {
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
