package dev.kanmin.events.inbox;

import dev.kanmin.events.wire.EventEnvelope;
import java.time.Instant;

/**
 * A subject whose events a consumer cannot take: they wait, in order, in the dead-letter topic.
 *
 * @param id names it in the API: {@code prk_…}
 * @param group the consumer
 * @param topic where the events come from
 * @param partition its partition there
 * @param subject the aggregate
 * @param since when the first event failed
 * @param failedEvent reference of the event that failed first
 * @param failedSequence its sequence; everything of the subject from here on waits
 * @param reason why it failed, without values of the event
 * @param lastSequence the newest event that waits
 */
public record ParkedSubject(
    String id,
    String group,
    String topic,
    int partition,
    String subject,
    Instant since,
    String failedEvent,
    long failedSequence,
    String reason,
    long lastSequence) {

  /** Another source may have a subject of the same name on the same topic. */
  boolean isOf(EventEnvelope event) {
    return failedEvent.equals(
        "%s/%s/%d".formatted(event.source(), event.subject(), failedSequence));
  }
}
