package dev.kanmin.events.inbox;

import dev.kanmin.events.wire.EventEnvelope;

/**
 * The event that a policy reacts to.
 *
 * @param doneThrough the place up to which it has been reacted to before, when a reaction to many
 *     was interrupted; empty at first. A query over many may begin behind it; what it yields up to
 *     there is passed over.
 */
public record Occasion(EventEnvelope event, String doneThrough) {}
