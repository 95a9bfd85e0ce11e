package dev.kanmin.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Decider;
import dev.kanmin.events.aggregates.Refusal;
import dev.kanmin.events.aggregates.Rule;
import dev.kanmin.events.wire.Actor;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.EventTypes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Given what happened, when a command comes, then these events or that refusal. Immutable: a story
 * can be told on in several ways.
 */
public final class Stories<C, E, S> {
  private final AggregateType<C, E, S> type;
  private final S state;
  private final CommandContext context;
  private final List<Told<E>> told;

  /** An event as it goes on the bus, with the card of its subject after it. */
  public record Told<E>(E event, Optional<Card> card) {}

  private Stories(
      AggregateType<C, E, S> type, S state, CommandContext context, List<Told<E>> told) {
    this.type = type;
    this.state = state;
    this.context = context;
    this.told = told;
  }

  /** Before the first event; an agency asks at noon of 1 October 2026 UTC unless told otherwise. */
  public static <C, E, S> Stories<C, E, S> of(AggregateType<C, E, S> type) {
    return new Stories<>(
        type,
        type.decider().initial(),
        CommandContext.of(new Actor("jetro", "story"), Instant.parse("2026-10-01T12:00:00Z")),
        List.of());
  }

  /** From here on that agency asks. */
  public Stories<C, E, S> by(String agency) {
    return in(CommandContext.of(new Actor(agency, "story"), context.at()));
  }

  public Stories<C, E, S> by(AgencyCode agency) {
    return by(agency.code());
  }

  /** From here on it is that moment. */
  public Stories<C, E, S> at(String instant) {
    return at(Instant.parse(instant));
  }

  public Stories<C, E, S> at(Instant moment) {
    return in(CommandContext.of(context.actor(), moment));
  }

  private Stories<C, E, S> in(CommandContext other) {
    return new Stories<>(type, state, other, told);
  }

  /** These commands were carried out. */
  @SafeVarargs
  public final Stories<C, E, S> given(C... commands) {
    Stories<C, E, S> after = this;
    for (C command : commands) {
      after = after.with(after.decider().decide(command, after.state, context));
    }
    return after;
  }

  /** These events happened. */
  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  public final Stories<C, E, S> happened(E... events) {
    return with(List.of(events));
  }

  private Stories<C, E, S> with(List<E> events) {
    S after = state;
    List<Told<E>> all = new ArrayList<>(told);
    for (E event : events) {
      S before = after;
      after = decider().evolve(before, event);
      all.add(new Told<>(event, card(before, event, after)));
    }
    return new Stories<>(type, after, context, List.copyOf(all));
  }

  /** As the platform writes it. */
  private Optional<Card> card(S before, E event, S after) {
    String name = EventTypes.shortName(type.eventTypes("story").typeOf(event.getClass()));
    Optional<String> from = type.card().apply(before).map(Card::state);
    return type.card()
        .apply(after)
        .map(card -> card.with(new Card.Last(name, context.at(), context.actor().agency(), from)));
  }

  /** All that was told so far: examples for a contract. */
  public List<Told<E>> told() {
    return told;
  }

  public When when(C command) {
    return new When(command);
  }

  /** The state itself, for what no event shows. */
  public S state() {
    return state;
  }

  /** What everybody sees now. */
  public Optional<Card> card() {
    return type.card().apply(state);
  }

  private Decider<C, E, S> decider() {
    return type.decider();
  }

  /** A command that has come, and what is expected of it. */
  public final class When {
    private final C command;

    private When(C command) {
      this.command = command;
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final void then(E... events) {
      assertThat(events()).containsExactly(events);
    }

    /** What it asks for is there already. */
    public void thenNothing() {
      assertThat(events()).isEmpty();
    }

    public List<E> events() {
      return decider().decide(command, state, context);
    }

    public void thenRefusedBy(Rule rule) {
      thenRefusedBy(rule, "");
    }

    /**
     * @param pointer of the field at fault; empty if none is
     */
    public void thenRefusedBy(Rule rule, String pointer) {
      assertThatExceptionOfType(Refusal.class)
          .isThrownBy(this::events)
          .satisfies(
              refusal -> {
                assertThat(refusal.rule()).isEqualTo(rule);
                assertThat(refusal.pointer().orElse("")).isEqualTo(pointer);
              });
    }
  }
}
