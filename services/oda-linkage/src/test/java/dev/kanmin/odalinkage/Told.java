package dev.kanmin.odalinkage;

import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.wire.Actor;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.EventData;
import dev.kanmin.events.wire.EventTypes;
import dev.kanmin.events.wire.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An event of a made-up life as it goes on the bus, with the card after it. */
public record Told<E>(String name, E event, Optional<Card> card) {
  /** When all of it happens. */
  public static final Instant AT = Instant.parse("2026-11-02T03:00:00Z");

  /** All that these commands lead to, in order; {@code name} is that of the golden file. */
  @SafeVarargs
  public static <C, E, S> List<Told<E>> of(
      AggregateType<C, E, S> type, String agency, C... commands) {
    CommandContext context = CommandContext.of(new Actor(agency, "sample"), AT);
    EventTypes<E> events = type.eventTypes("oda-linkage");
    List<Told<E>> told = new ArrayList<>();
    S state = type.decider().initial();
    for (C command : commands) {
      for (E event : type.decider().decide(command, state, context)) {
        S after = type.decider().evolve(state, event);
        String published = events.typeOf(event.getClass());
        String name = EventTypes.shortName(published);
        Optional<String> from = type.card().apply(state).map(Card::state);
        Optional<Card> card =
            type.card().apply(after).map(it -> it.with(new Card.Last(name, AT, agency, from)));
        told.add(new Told<>(name + published.substring(published.lastIndexOf(".v")), event, card));
        state = after;
      }
    }
    return told;
  }

  /** As it goes on the bus, read again from there. */
  public JsonNode published(E read) {
    return Json.events().readTree(EventData.write(read, card));
  }
}
