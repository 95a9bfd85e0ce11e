package dev.kanmin.events;

import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/** Prepares the one update in which a command's state and events become durable together. */
final class AggregateWrite<C, E, S> {
  /** Bytes of one event's data; more could not be carried through every consumer. */
  static final int MAXIMUM_EVENT = 256 * 1024;

  /**
   * Events of one aggregate that may wait; past it commands are refused until the relay has caught
   * up.
   */
  static final int MAXIMUM_OUTBOX = 200;

  private final AggregateType<C, E, S> type;
  private final BsonTrees bson;

  AggregateWrite(AggregateType<C, E, S> type, BsonTrees bson) {
    this.type = type;
    this.bson = bson;
  }

  /**
   * A change ready to be stored.
   *
   * @param version the version it is based on; 0 for a birth
   * @param write what the store is told
   * @param outbox everything that waits after the change, from the head
   */
  record Change(String id, long version, Write write, List<OutboxEntry> outbox, Receipt receipt) {}

  /**
   * What the store is told: only one of the two is made, for each turns the whole state into BSON.
   */
  sealed interface Write {
    record Birth(Document document) implements Write {}

    record Update(Bson changes) implements Write {}
  }

  Change prepare(
      String id,
      Optional<Document> stored,
      long version,
      S state,
      List<E> events,
      CommandContext context) {
    List<OutboxEntry> outbox = new ArrayList<>(stored.map(OutboxEntry::allOf).orElse(List.of()));
    if (outbox.size() + events.size() > MAXIMUM_OUTBOX) {
      throw AggregateRules.OUTBOX_FULL.refuse(
          outbox.size()
              + " events of "
              + id
              + " wait to be sent. Nothing was changed; try again in some seconds.");
    }
    String chain = chain(id, stored, context);
    S after = state;
    List<OutboxEntry> made = new ArrayList<>(events.size());
    List<String> references = new ArrayList<>(events.size());
    for (E event : events) {
      after = type.decider().evolve(after, event);
      EventEnvelope envelope = envelope(id, version + made.size() + 1, event, chain, context);
      made.add(new OutboxEntry(id, envelope.sequence(), EventHeaders.of(envelope), data(event)));
      references.add(envelope.reference());
    }
    outbox.addAll(made);
    Receipt receipt = new Receipt(id, version + events.size(), references, false);
    Write write =
        stored.isPresent()
            ? new Write.Update(update(after, made, receipt, stored.get(), context))
            : new Write.Birth(birth(id, after, chain, made, receipt, context));
    return new Change(id, version, write, outbox, receipt);
  }

  private static String chain(String id, Optional<Document> stored, CommandContext context) {
    return stored
        .map(document -> document.getString("chain"))
        .or(() -> context.cause().map(Cause::chain))
        .orElse(id);
  }

  private EventEnvelope envelope(
      String id, long sequence, E event, String chain, CommandContext context) {
    return new EventEnvelope(
        type.events().source(),
        type.events().typeOf(event.getClass()),
        id,
        sequence,
        context.at(),
        type.events().dataSchemaOf(event.getClass()),
        chain,
        context.cause().map(Cause::event),
        context.actor().toString(),
        context.traceparent());
  }

  private static Binary data(Object event) {
    byte[] data = Json.events().writeValueAsBytes(event);
    if (data.length > MAXIMUM_EVENT) {
      throw AggregateRules.EVENT_TOO_LARGE.refuse(
          "The change makes an event of "
              + data.length
              + " bytes; at most "
              + MAXIMUM_EVENT
              + " can be published. Split it.");
    }
    return new Binary(data);
  }

  private Document birth(
      String id,
      S after,
      String chain,
      List<OutboxEntry> made,
      Receipt receipt,
      CommandContext context) {
    Date at = Date.from(context.at());
    Document document =
        new Document("_id", id)
            .append("version", receipt.version())
            .append("schema", type.schema())
            .append("chain", chain)
            .append("createdAt", at)
            .append("updatedAt", at)
            .append("state", bson.toDocument(after))
            .append("keys", type.keys().apply(after))
            .append(OutboxEntry.OUTBOX, made.stream().map(OutboxEntry::toDocument).toList())
            .append("outboxSince", Date.from(Instant.now()));
    context
        .key()
        .ifPresent(
            key ->
                document.append(
                    Replies.FIELD,
                    new Document(key.field(), Replies.reply(key, receipt, context.at()))));
    return document;
  }

  private Bson update(
      S after, List<OutboxEntry> made, Receipt receipt, Document stored, CommandContext context) {
    List<Bson> changes = new ArrayList<>();
    changes.add(Updates.set("version", receipt.version()));
    changes.add(Updates.set("schema", type.schema()));
    changes.add(Updates.set("updatedAt", Date.from(context.at())));
    changes.add(Updates.set("state", bson.toDocument(after)));
    changes.add(Updates.set("keys", type.keys().apply(after)));
    changes.add(
        Updates.pushEach(OutboxEntry.OUTBOX, made.stream().map(OutboxEntry::toDocument).toList()));
    // the relay's own clock, not the command's: the sweep compares it with its own
    changes.add(Updates.min("outboxSince", Date.from(Instant.now())));
    context
        .key()
        .ifPresent(
            key ->
                changes.add(
                    Updates.set(
                        Replies.FIELD + "." + key.field(),
                        Replies.reply(key, receipt, context.at()))));
    Replies.outdated(stored, context.at()).forEach(field -> changes.add(Updates.unset(field)));
    return Updates.combine(changes);
  }
}
