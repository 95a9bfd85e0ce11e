package dev.kanmin.gateway.source;

import java.time.Instant;
import java.util.Optional;

/**
 * What a service said of itself when it was last asked.
 *
 * @param service its name in the list of services
 * @param reachable whether it answered; if not, the picture may lack what it has not sent
 * @param unsentMillis age of the oldest event that it stored and has not sent; empty if it was not
 *     reached
 * @param askedAt when it was asked; empty before the first time
 */
public record SourceState(
    String service, boolean reachable, Optional<Long> unsentMillis, Optional<Instant> askedAt) {}
