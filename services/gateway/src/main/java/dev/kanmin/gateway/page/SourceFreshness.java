package dev.kanmin.gateway.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How fresh what came from one service is.
 *
 * @param service its name, {@code oda-linkage}
 * @param latest when the latest event from it that is in the picture happened; empty if there is
 *     none yet
 * @param unsent age of the oldest event that it has not sent yet: zero when everything is sent;
 *     empty when the service could not be asked
 */
record SourceFreshness(String service, Optional<Instant> latest, Optional<Duration> unsent) {}
