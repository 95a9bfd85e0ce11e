/**
 * The writing side: aggregates that decide, one write per command, the outbox that travels with the
 * state, and the relay that publishes it. Start at {@link dev.kanmin.events.aggregates.Decider},
 * then {@link dev.kanmin.events.aggregates.Aggregates}, then {@link
 * dev.kanmin.events.aggregates.Relay}.
 */
@NullMarked
package dev.kanmin.events.aggregates;

import org.jspecify.annotations.NullMarked;
