package dev.kanmin.events.aggregates;

import com.mongodb.client.model.Updates;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.Cause;
import dev.kanmin.events.wire.EventEnvelope;
import dev.kanmin.events.wire.EventHeaders;
import dev.kanmin.events.wire.EventTypes;
import dev.kanmin.events.wire.Json;
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

  /** Of an event that says nothing but the card. */
  private static final byte[] EMPTY = {'{', '}'};

  private final AggregateType<C, E, S> type;
  private final EventTypes<E> types;
  private final BsonTrees bson;

  AggregateWrite(AggregateType<C, E, S> type, EventTypes<E> types, BsonTrees bson) {
    this.type = type;
    this.types = types;
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
    List<OutboxEntry> outbox = roomFor(events.size(), id, stored);
    String chain = chain(id, stored, context);
    S after = state;
    CardTrail trail =
        stored.isPresent() ? CardTrail.before(type.card().apply(state)) : CardTrail.NONE;
    List<OutboxEntry> made = new ArrayList<>(events.size());
    List<String> references = new ArrayList<>(events.size());
    for (E event : events) {
      after = type.decider().evolve(after, event);
      EventEnvelope envelope = envelope(id, version + made.size() + 1, event, chain, context);
      trail = trail.then(type.card().apply(after), envelope, context).fitting(id);
      made.add(entry(envelope, trail.on(Json.events().writeValueAsBytes(event))));
      references.add(envelope.reference());
    }
    outbox.addAll(made);
    Receipt receipt = new Receipt(id, version + events.size(), references, false);
    Write write =
        stored.isPresent()
            ? new Write.Update(update(after, trail, made, receipt, stored.get(), context))
            : new Write.Birth(birth(id, after, trail, chain, made, receipt, context));
    return new Change(id, version, write, outbox, receipt);
  }

  /** Empty when the card is the one that was told last. */
  Optional<Change> prepareRefresh(String id, Document stored, S state, CommandContext context) {
    Optional<Card> card = type.card().apply(state);
    CardTrail trail = CardTrail.stored(stored, card);
    if (trail.isTold(stored)) {
      return Optional.empty();
    }
    trail = trail.fitting(id);
    List<OutboxEntry> outbox = roomFor(1, id, Optional.of(stored));
    long version = stored.getLong("version");
    EventEnvelope envelope =
        new EventEnvelope(
            types.source(),
            types.refreshedType(),
            id,
            version + 1,
            context.at(),
            types.refreshedSchema(),
            stored.getString("chain"),
            Optional.empty(),
            context.actor().toString(),
            context.traceparent());
    OutboxEntry entry = entry(envelope, trail.on(EMPTY));
    outbox.add(entry);
    List<Bson> changes = new ArrayList<>(common(state, trail, List.of(entry)));
    changes.add(Updates.set("version", version + 1));
    return Optional.of(
        new Change(
            id,
            version,
            new Write.Update(Updates.combine(changes)),
            outbox,
            new Receipt(id, version + 1, List.of(envelope.reference()), false)));
  }

  private static List<OutboxEntry> roomFor(int events, String id, Optional<Document> stored) {
    List<OutboxEntry> outbox = new ArrayList<>(stored.map(OutboxEntry::allOf).orElse(List.of()));
    if (outbox.size() + events > MAXIMUM_OUTBOX) {
      throw AggregateRules.OUTBOX_FULL.refuse(
          outbox.size()
              + " events of "
              + id
              + " wait to be sent. Nothing was changed; try again in some seconds.");
    }
    return outbox;
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
        types.source(),
        types.typeOf(event.getClass()),
        id,
        sequence,
        context.at(),
        types.dataSchemaOf(event.getClass()),
        chain,
        context.cause().map(Cause::event),
        context.actor().toString(),
        context.traceparent());
  }

  private static OutboxEntry entry(EventEnvelope envelope, byte[] data) {
    if (data.length > MAXIMUM_EVENT) {
      throw AggregateRules.EVENT_TOO_LARGE.refuse(
          "The change makes an event of "
              + data.length
              + " bytes; at most "
              + MAXIMUM_EVENT
              + " can be published. Split it.");
    }
    return new OutboxEntry(
        envelope.subject(), envelope.sequence(), EventHeaders.of(envelope), new Binary(data));
  }

  private Document birth(
      String id,
      S after,
      CardTrail trail,
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
            .append(CardTrail.FIELD, trail.toDocument())
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
      S after,
      CardTrail trail,
      List<OutboxEntry> made,
      Receipt receipt,
      Document stored,
      CommandContext context) {
    List<Bson> changes = new ArrayList<>(common(after, trail, made));
    changes.add(Updates.set("version", receipt.version()));
    changes.add(Updates.set("updatedAt", Date.from(context.at())));
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

  private List<Bson> common(S after, CardTrail trail, List<OutboxEntry> made) {
    return List.of(
        Updates.set("schema", type.schema()),
        Updates.set("state", bson.toDocument(after)),
        Updates.set("keys", type.keys().apply(after)),
        Updates.set(CardTrail.FIELD, trail.toDocument()),
        Updates.pushEach(OutboxEntry.OUTBOX, made.stream().map(OutboxEntry::toDocument).toList()),
        // the relay's own clock, not the command's: the sweep compares it with its own
        Updates.min("outboxSince", Date.from(Instant.now())));
  }
}
