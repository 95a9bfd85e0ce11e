package dev.kanmin.marketintelligence.watch;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.kanmin.codes.Coded;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.StoreIndex;
import dev.kanmin.web.Keyset;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The mails of watches, and what became of them. The address is not kept here. */
@Component
class Deliveries {
  private static final String WATCH = "watch";
  private static final String STATE = "state";
  private static final String ATTEMPTS = "attempts";
  private static final String CREATED = "created";

  private final MongoCollection<Document> collection;

  Deliveries(AggregateStore store) {
    this.collection =
        store.collection(
            "watch-deliveries",
            List.of(StoreIndex.ascending("watch-created", WATCH, CREATED, "_id")));
  }

  /** Where a mail stands. */
  enum State implements Coded {
    QUEUED,
    SENT,
    FAILED
  }

  /** Why it did not go. */
  enum Fault implements Coded {
    NO_MAIL_SERVER,
    REFUSED_FOR_NOW,
    REFUSED
  }

  /**
   * A mail.
   *
   * @param alerts how many it tells of
   * @param attempts how often it was tried
   * @param fault of the last attempt that failed
   * @param sent when a mail server took it
   * @param next when it is tried again
   */
  @Schema(name = "WatchDelivery")
  record Delivery(
      String id,
      State state,
      long alerts,
      int attempts,
      Optional<Fault> fault,
      Instant created,
      Optional<Instant> sent,
      Optional<Instant> next) {}

  /** The mail of that id, made if it is not there. */
  Mono<Delivery> open(String id, String watch, Instant now) {
    Document fresh =
        new Document(WATCH, watch)
            .append(STATE, State.QUEUED.code())
            .append("alerts", 0L)
            .append(ATTEMPTS, 0)
            .append(CREATED, Date.from(now));
    return Mono.from(
            collection.updateOne(
                Filters.eq("_id", id),
                new Document("$setOnInsert", fresh),
                new UpdateOptions().upsert(true)))
        .then(Mono.defer(() -> Mono.from(collection.find(Filters.eq("_id", id)).first())))
        .map(Deliveries::read);
  }

  Mono<Void> sent(Delivery delivery, long alerts, Instant now) {
    return Mono.from(
            collection.updateOne(
                Filters.eq("_id", delivery.id()),
                Updates.combine(
                    Updates.set(STATE, State.SENT.code()),
                    Updates.set("alerts", alerts),
                    Updates.set(ATTEMPTS, delivery.attempts() + 1),
                    Updates.set("sent", Date.from(now)),
                    Updates.unset("next"))))
        .then();
  }

  /**
   * @param next when it is tried again; empty if it is not
   */
  Mono<Void> failed(Delivery delivery, long alerts, Fault fault, Optional<Instant> next) {
    return Mono.from(
            collection.updateOne(
                Filters.eq("_id", delivery.id()),
                Updates.combine(
                    Updates.set(STATE, (next.isPresent() ? State.QUEUED : State.FAILED).code()),
                    Updates.set("alerts", alerts),
                    Updates.set(ATTEMPTS, delivery.attempts() + 1),
                    Updates.set("fault", fault.code()),
                    next.<org.bson.conversions.Bson>map(it -> Updates.set("next", Date.from(it)))
                        .orElseGet(() -> Updates.unset("next")))))
        .then();
  }

  /** The newest first. */
  Mono<Page<Delivery>> of(String watch, PageRequest page) {
    return Keyset.query(collection, Filters.eq(WATCH, watch), page, "-" + CREATED)
        .map(found -> found.map(Deliveries::read));
  }

  private static <E extends Enum<E>> E coded(Class<E> type, String code) {
    return Enum.valueOf(type, code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static Delivery read(Document delivery) {
    return new Delivery(
        delivery.getString("_id"),
        coded(State.class, delivery.getString(STATE)),
        delivery.get("alerts") instanceof Number number ? number.longValue() : 0,
        delivery.getInteger(ATTEMPTS, 0),
        Optional.ofNullable(delivery.getString("fault")).map(it -> coded(Fault.class, it)),
        delivery.getDate(CREATED).toInstant(),
        Optional.ofNullable(delivery.getDate("sent")).map(Date::toInstant),
        Optional.ofNullable(delivery.getDate("next")).map(Date::toInstant));
  }
}
