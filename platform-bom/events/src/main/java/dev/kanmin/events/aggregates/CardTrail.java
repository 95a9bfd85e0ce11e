package dev.kanmin.events.aggregates;

import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.Card.Last;
import dev.kanmin.events.wire.EventData;
import dev.kanmin.events.wire.EventEnvelope;
import dev.kanmin.events.wire.EventTypes;
import dev.kanmin.events.wire.Json;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/**
 * The card as it goes from event to event, and what of it is kept with the aggregate: a digest, to
 * tell whether another card function would tell something else, and which event it came with.
 *
 * @param state of the card; empty without one
 * @param bare JSON of the card as the card function makes it; empty without one
 * @param last the event that it came with
 */
record CardTrail(Optional<String> state, byte[] bare, Optional<Last> last) {
  static final String FIELD = "card";
  static final CardTrail NONE = before(Optional.empty());

  private static final String DIGEST = "digest";

  /** Where the first event of a command finds it; of its JSON nobody will ask. */
  static CardTrail before(Optional<Card> card) {
    return new CardTrail(card.map(Card::state), new byte[0], Optional.empty());
  }

  /** A card as it would be told now, of the event that the stored one was told with. */
  static CardTrail stored(Document aggregate, Optional<Card> card) {
    return of(
        card, Optional.ofNullable(aggregate.get(FIELD, Document.class)).flatMap(CardTrail::last));
  }

  CardTrail then(Optional<Card> after, EventEnvelope event, CommandContext context) {
    String name = EventTypes.shortName(event.type());
    return of(after, Optional.of(new Last(name, event.time(), context.actor().agency(), state)));
  }

  /**
   * The same, if it can be published.
   *
   * @throws Refusal if it is too large
   */
  CardTrail fitting(String subject) {
    if (bare.length > Card.MAXIMUM) {
      throw AggregateRules.CARD_TOO_LARGE.refuse(
          "What everybody sees of "
              + subject
              + " would be "
              + bare.length
              + " bytes; at most "
              + Card.MAXIMUM
              + " are published. Shorten its texts.");
    }
    return this;
  }

  /** The data of an event, with the card as it goes on the bus. */
  byte[] on(byte[] event) {
    return bare.length == 0 ? event : EventData.with(event, EventData.CARD, told());
  }

  boolean isTold(Document aggregate) {
    Document kept = aggregate.get(FIELD, Document.class);
    return kept != null && digest().equals(kept.getString(DIGEST));
  }

  Document toDocument() {
    Document kept = new Document(DIGEST, digest());
    last.ifPresent(
        it -> {
          kept.append("event", it.event()).append("at", Date.from(it.at())).append("by", it.by());
          it.from().ifPresent(from -> kept.append("from", from));
        });
    return kept;
  }

  private static CardTrail of(Optional<Card> card, Optional<Last> last) {
    return new CardTrail(
        card.map(Card::state),
        card.map(it -> Json.events().writeValueAsBytes(it)).orElse(new byte[0]),
        last);
  }

  private static Optional<Last> last(Document kept) {
    return Optional.ofNullable(kept.getString("event"))
        .map(
            event ->
                new Last(
                    event,
                    kept.getDate("at").toInstant(),
                    kept.getString("by"),
                    Optional.ofNullable(kept.getString("from"))));
  }

  private byte[] told() {
    return last.map(it -> EventData.with(bare, "last", Json.events().writeValueAsBytes(it)))
        .orElse(bare);
  }

  private String digest() {
    return bare.length == 0 ? "" : IdempotencyKey.digest(bare);
  }
}
