package dev.kanmin.events.aggregates;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.wire.Actor;
import dev.kanmin.events.wire.Cause;
import dev.kanmin.events.wire.EventEnvelope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What surrounds a command and is no part of the domain.
 *
 * @param actor who acts
 * @param at when, in UTC with milliseconds
 * @param key under which a repetition is recognised
 * @param expected what the caller believes to be stored
 * @param cause the event that led here, if one did
 * @param traceparent W3C trace context to carry on, if there is one
 */
public record CommandContext(
    Actor actor,
    Instant at,
    Optional<IdempotencyKey> key,
    Expected expected,
    Optional<Cause> cause,
    Optional<String> traceparent) {

  public CommandContext {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /** A command from outside, on whatever version there is. */
  public static CommandContext of(Actor actor, Instant at) {
    return new CommandContext(
        actor, at, Optional.empty(), Expected.ANY, Optional.empty(), Optional.empty());
  }

  /**
   * The reaction of a policy to an event: repeated deliveries have one effect on each target, the
   * chain goes on, and the event stands as the cause.
   *
   * @param policy stable name of the reaction
   * @param target the aggregate that the command is for
   */
  public static CommandContext reaction(
      String policy, EventEnvelope event, String target, Actor actor, Instant at) {
    IdempotencyKey key =
        new IdempotencyKey("policy/" + policy, event.reference() + " " + target, event.reference());
    return new CommandContext(
        actor,
        at,
        Optional.of(key),
        Expected.ANY,
        Optional.of(new Cause(event.chain(), event.reference())),
        event.traceparent());
  }

  /** The agency that acts. */
  public AgencyCode by() {
    return AgencyCode.of(actor.agency());
  }

  public CommandContext with(IdempotencyKey newKey) {
    return new CommandContext(actor, at, Optional.of(newKey), expected, cause, traceparent);
  }

  public CommandContext with(Expected newExpected) {
    return new CommandContext(actor, at, key, newExpected, cause, traceparent);
  }

  public CommandContext withTraceparent(Optional<String> newTraceparent) {
    return new CommandContext(actor, at, key, expected, cause, newTraceparent);
  }
}
