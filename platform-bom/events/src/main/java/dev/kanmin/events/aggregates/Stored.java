package dev.kanmin.events.aggregates;

import java.time.Instant;

/**
 * An aggregate as it is stored.
 *
 * @param version counts its events; the ETag of its representation
 * @param chain the chain it belongs to since its birth
 * @param createdAt time of the first event
 * @param updatedAt time of the last event
 */
public record Stored<S>(
    String id, long version, S state, String chain, Instant createdAt, Instant updatedAt) {}
