package dev.kanmin.events.inbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.StoreIndex;
import dev.kanmin.events.aggregates.Upserts;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.EventEnvelope;
import dev.kanmin.events.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * The latest card of each subject of some kinds that other services publish, for look-ups where
 * they are needed. Fed by a subscription: {@code EventHandlers.builder().copying(cards)}, in any
 * number of them.
 *
 * <p>Each copy remembers the sequence it stands at: a higher one replaces it, a lower or equal one
 * is a duplicate. Where nothing is public any more only the sequence is kept, so that an event that
 * is delivered again brings nothing back.
 */
public final class CardCopies {
  /** What {@link CardQuery} searches by. */
  static final List<StoreIndex> INDEXES =
      List.of(
          StoreIndex.ascending("by-cell", Copied.CELLS, Copied.KIND, Copied.ID),
          StoreIndex.ascending("by-kind", Copied.KIND, Copied.STATE, Copied.ID),
          StoreIndex.ascending("by-agency", Copied.AGENCIES, Copied.KIND, Copied.ID),
          StoreIndex.ascending("by-facet", Copied.FACETS, Copied.KIND, Copied.ID),
          StoreIndex.ascending("by-time", Copied.TIME));

  private static final ReplaceOptions OR_INSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> collection;
  private final Set<String> kinds;

  /**
   * Kept in the service's own database.
   *
   * @param name of the collection
   * @param kinds of which cards are kept, of the code list of kinds; others are passed over
   */
  public CardCopies(AggregateStore store, String name, String... kinds) {
    this(store.collection(name, INDEXES), kinds);
  }

  CardCopies(MongoCollection<Document> collection, String... kinds) {
    this.collection = collection;
    this.kinds = Set.of(kinds);
  }

  /** The copy of a subject; empty if it has no card of these kinds. */
  public Mono<CardCopy> find(String id) {
    return Mono.from(
            collection.find(Filters.and(Filters.eq(Copied.ID, id), Copied.HAS_CARD)).first())
        .map(Copied::read);
  }

  /** The cards that a query asks for, by id. */
  public Mono<CardPage> list(CardQuery query) {
    Bson filter = query.filter();
    Mono<List<CardCopy>> found =
        Flux.from(collection.find(filter).sort(Sorts.ascending(Copied.ID)).limit(query.limit() + 1))
            .map(Copied::read)
            .collectList();
    return found.flatMap(
        copies ->
            Mono.zip(
                more(filter, copies.size(), query.limit()),
                asOf(),
                (more, asOf) ->
                    new CardPage(
                        copies.subList(0, Math.min(copies.size(), query.limit())), more, asOf)));
  }

  /** When the newest event that is in the copies happened; empty before the first. */
  public Mono<Optional<Instant>> asOf() {
    return Mono.from(collection.find().sort(Sorts.descending(Copied.TIME)).first())
        .map(newest -> Optional.of(newest.getDate(Copied.TIME).toInstant()))
        .defaultIfEmpty(Optional.empty());
  }

  private Mono<Long> more(Bson filter, int found, int limit) {
    return found <= limit
        ? Mono.just(0L)
        : Mono.from(collection.countDocuments(filter)).map(all -> all - limit);
  }

  /** Of an event without a card the kind is not known: every event is looked at. */
  Optional<Mono<Void>> hear(Received event) {
    return Optional.of(
        Mono.defer(
            () ->
                event
                    .card()
                    .filter(card -> kinds.contains(card.kind()))
                    .map(card -> keep(event.envelope(), card))
                    .orElseGet(() -> forget(event.envelope()))));
  }

  private Mono<Void> keep(EventEnvelope event, Card card) {
    return Mono.defer(
            () ->
                Mono.from(
                    collection.replaceOne(
                        Copied.olderThan(event), Copied.write(event, card), OR_INSERT)))
        .then()
        .onErrorResume(Upserts::isKeyTaken, thereIsOne -> whatIsThere(event))
        .retryWhen(Retry.backoff(10, Duration.ofMillis(2)).filter(LostRace.class::isInstance));
  }

  /** What was never seen need not be forgotten. */
  private Mono<Void> forget(EventEnvelope event) {
    return Mono.from(collection.replaceOne(Copied.olderThan(event), Copied.withoutCard(event)))
        .then();
  }

  /** A newer one, mostly: the event is a duplicate. */
  private Mono<Void> whatIsThere(EventEnvelope event) {
    return Mono.from(collection.find(Filters.eq(Copied.ID, event.subject())).first())
        .flatMap(
            copy -> {
              String source = copy.getString(Copied.SOURCE);
              if (!source.equals(event.source())) {
                return Mono.error(
                    new InboxFault(event.subject() + " is copied from " + source + " already"));
              }
              return copy.getLong(Copied.SEQUENCE) < event.sequence()
                  ? Mono.error(new LostRace())
                  : Mono.empty();
            });
  }

  /** Another delivery inserted an older one at the same moment. */
  private static final class LostRace extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostRace() {
      super("another delivery was faster", null, false, false);
    }
  }

  /** How a copy is stored: what is searched by stands beside the card. */
  static final class Copied {
    static final String ID = "_id";
    static final String SOURCE = "source";
    static final String SEQUENCE = "sequence";
    static final String TIME = "time";
    static final String KIND = "kind";
    static final String STATE = "state";
    static final String CELLS = "cells";
    static final String AGENCIES = "agencies";
    static final String FACETS = "facets";
    static final Bson HAS_CARD = Filters.exists(KIND);

    private static final String CARD = "card";

    private Copied() {}

    static Document write(EventEnvelope event, Card card) {
      return withoutCard(event)
          .append(KIND, card.kind())
          .append(STATE, card.state())
          .append(CELLS, cells(card))
          .append(
              AGENCIES,
              card.responsible().stream().map(Card.Responsible::agency).distinct().toList())
          .append(FACETS, facets(card))
          .append(CARD, Json.events().writeValueAsString(card));
    }

    static Document withoutCard(EventEnvelope event) {
      return new Document(ID, event.subject())
          .append(SOURCE, event.source())
          .append(SEQUENCE, event.sequence())
          .append(TIME, Date.from(event.time()));
    }

    static CardCopy read(Document copy) {
      return new CardCopy(
          copy.getString(ID),
          copy.getString(SOURCE),
          copy.getLong(SEQUENCE),
          copy.getDate(TIME).toInstant(),
          Json.events().readValue(copy.getString(CARD), Card.class));
    }

    static Bson olderThan(EventEnvelope event) {
      return Filters.and(
          Filters.eq(ID, event.subject()),
          Filters.eq(SOURCE, event.source()),
          Filters.lt(SEQUENCE, event.sequence()));
    }

    static String facet(String list, String code) {
      return list + "=" + code;
    }

    /** One without a country or without a field is in none. */
    private static List<String> cells(Card card) {
      return card.countries().stream()
          .flatMap(
              country -> card.fields().stream().map(field -> country.code() + "/" + field.code()))
          .distinct()
          .toList();
    }

    private static List<String> facets(Card card) {
      return card.facets().entrySet().stream()
          .flatMap(facet -> facet.getValue().stream().map(code -> facet(facet.getKey(), code)))
          .distinct()
          .toList();
    }
  }
}
