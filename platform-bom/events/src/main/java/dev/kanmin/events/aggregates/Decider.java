package dev.kanmin.events.aggregates;

import dev.kanmin.events.wire.EventType;
import java.util.List;

/**
 * The rules of one aggregate as two pure functions. Neither reads a clock, makes an id or does I/O:
 * what they need comes in with the command and its context.
 *
 * @param <C> the commands, one sealed interface of records
 * @param <E> the events, one sealed interface of records annotated with {@link EventType}
 * @param <S> the state, an immutable record
 */
public interface Decider<C, E, S> {

  /** The state before the first event. */
  S initial();

  /**
   * Decides what a command leads to.
   *
   * @param context who asks, and when
   * @return the events in order; empty when the command asks for what already is
   * @throws Refusal when a rule forbids the command; it names the rule and the field at fault
   */
  List<E> decide(C command, S state, CommandContext context);

  /**
   * The state after an event. Never fails for an event that {@link #decide} returned for this
   * state.
   */
  S evolve(S state, E event);
}
