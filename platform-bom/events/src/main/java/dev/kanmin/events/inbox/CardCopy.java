package dev.kanmin.events.inbox;

import dev.kanmin.events.wire.Card;
import java.time.Instant;

/**
 * What another service tells of a subject of its own, as of the last event that has arrived.
 *
 * @param id of the subject
 * @param source who publishes it, {@code /oda-linkage}
 * @param sequence of that event
 * @param time of that event
 */
public record CardCopy(String id, String source, long sequence, Instant time, Card card) {}
