package dev.kanmin.events.aggregates;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.bson.Document;

/**
 * What was answered under which idempotency key, kept in the aggregate's own document: it becomes
 * durable with the change itself, so that there is no moment at which one is known without the
 * other.
 */
final class Replies {
  static final String FIELD = "replies";
  static final Duration KEPT = Duration.ofHours(24);

  private Replies() {}

  static Document reply(IdempotencyKey key, Receipt receipt, Instant at) {
    return new Document("request", key.request())
        .append("version", receipt.version())
        .append("events", receipt.events().size())
        .append("at", Date.from(at));
  }

  /**
   * The receipt given before under the same key.
   *
   * @throws Refusal if the key was used for another request
   */
  static Optional<Receipt> find(Document stored, String id, String source, CommandContext context) {
    return context
        .key()
        .flatMap(
            key ->
                Optional.ofNullable(stored.get(FIELD, Document.class))
                    .map(replies -> replies.get(key.field(), Document.class))
                    .filter(reply -> !isOutdated(reply, context.at()))
                    .map(reply -> receipt(reply, key, id, source)));
  }

  /** Paths of the replies that need not be kept any longer. */
  static List<String> outdated(Document stored, Instant now) {
    Document replies = stored.get(FIELD, new Document());
    return replies.entrySet().stream()
        .filter(reply -> reply.getValue() instanceof Document kept && isOutdated(kept, now))
        .map(reply -> FIELD + "." + reply.getKey())
        .toList();
  }

  private static Receipt receipt(Document reply, IdempotencyKey key, String id, String source) {
    if (!key.request().equals(reply.getString("request"))) {
      throw AggregateRules.KEY_REUSED.refuse(
          "The Idempotency-Key was used for another request in the last 24 hours. Send a new key, or the same request.");
    }
    long version = reply.getLong("version");
    List<String> events =
        LongStream.rangeClosed(version - reply.getInteger("events") + 1, version)
            .mapToObj(sequence -> source + "/" + id + "/" + sequence)
            .toList();
    return new Receipt(id, version, events, false);
  }

  private static boolean isOutdated(Document reply, Instant now) {
    return reply.getDate("at").toInstant().plus(KEPT).isBefore(now);
  }
}
