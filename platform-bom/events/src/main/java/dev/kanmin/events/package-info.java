/**
 * What every service stands on: aggregates that decide, one write per command, the relay that
 * publishes, and the consumers that follow. Nothing here knows a mission from a tender.
 *
 * <p>Start reading at {@link dev.kanmin.events.Decider}, then {@link dev.kanmin.events.Aggregates},
 * then {@link dev.kanmin.events.Relay}; consumers start at {@link dev.kanmin.events.Inbox}.
 */
@NullMarked
package dev.kanmin.events;

import org.jspecify.annotations.NullMarked;
