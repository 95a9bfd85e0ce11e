package dev.kanmin.events.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * What surrounds an event on the bus: CloudEvents 1.0 attributes and our extensions (sequence,
 * chain, cause, actor).
 *
 * @param source {@code /trade-missions}
 * @param type {@code dev.kanmin.trade-missions.mission-announced.v1}
 * @param subject id of the aggregate; the record key
 * @param sequence 1, 2, 3 … per (source, subject); a higher one is newer, a lower or equal one a
 *     duplicate
 * @param time when it happened, UTC with milliseconds
 * @param dataSchema where the JSON schema of the data stands
 * @param chain everything that followed from one need or mission shares it
 * @param causation reference of the event that led to this one; empty at the head of a chain
 * @param actor {@code agency/client}
 * @param traceparent W3C trace context, if the command carried one
 */
public record EventEnvelope(
    String source,
    String type,
    String subject,
    long sequence,
    Instant time,
    String dataSchema,
    String chain,
    Optional<String> causation,
    String actor,
    Optional<String> traceparent) {

  /** CloudEvents id: unique within the source. */
  public String id() {
    return subject + "/" + sequence;
  }

  /** Names the event across services; the value of {@code Kanmin-Event}. */
  public String reference() {
    return source + "/" + id();
  }
}
