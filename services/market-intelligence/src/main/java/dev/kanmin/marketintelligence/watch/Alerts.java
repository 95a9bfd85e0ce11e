package dev.kanmin.marketintelligence.watch;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.StoreIndex;
import dev.kanmin.events.wire.Json;
import dev.kanmin.marketintelligence.watch.NewItem.Match;
import dev.kanmin.web.Keyset;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/** What each watch found, and with which mail it was told. */
@Component
class Alerts {
  static final String NAME = "watch-alerts";

  private static final String ID = "_id";
  private static final String WATCH = "watch";
  private static final String AT = "at";
  private static final String DELIVERY = "delivery";
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final MongoCollection<Document> collection;

  Alerts(AggregateStore store) {
    this.collection =
        store.collection(
            NAME,
            List.of(
                StoreIndex.ascending("watch-time", WATCH, AT, "_id"),
                StoreIndex.ascending("watch-delivery", WATCH, DELIVERY, "_id"),
                StoreIndex.ascending("delivery", DELIVERY, AT, "_id")));
  }

  /**
   * Something that a watch found.
   *
   * @param kind a code of {@code watch-kinds}
   * @param subject id of the tender, report or regulation
   * @param title language tag to text
   * @param matched why it is told
   * @param at when it became known here
   * @param delivery the mail with which it was told; absent while it waits
   */
  record Alert(
      String id,
      String kind,
      String subject,
      Map<String, String> title,
      Match matched,
      Instant at,
      Optional<String> delivery) {}

  /** Keeps it; told again, it stays as it is. Answers whether it still has to be told. */
  Mono<Boolean> keep(String watch, NewItem item, Match match, Instant at) {
    Document alert = document(watch, item, match, at);
    return Mono.from(
            collection.findOneAndUpdate(
                Filters.eq(ID, alert.remove(ID)),
                new Document("$setOnInsert", alert),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)))
        .map(kept -> !kept.containsKey(DELIVERY));
  }

  static Document document(String watch, NewItem item, Match match, Instant at) {
    return new Document(
            ID, Ids.derived("alr", watch, item.subject(), String.valueOf(item.sequence())))
        .append(WATCH, watch)
        .append("kind", item.kind().code())
        .append("subject", item.subject())
        .append("title", Json.events().writeValueAsString(item.title()))
        .append("words", match.words())
        .append("countries", match.countries())
        .append("fields", match.fields())
        .append(AT, Date.from(at));
  }

  /** Those of a watch that no mail has told yet go with this one. */
  Mono<Void> goWith(String watch, String delivery) {
    return Mono.from(collection.updateMany(waiting(watch), Updates.set(DELIVERY, delivery))).then();
  }

  Mono<Boolean> areWaiting(String watch) {
    return Mono.from(collection.find(waiting(watch)).first()).hasElement();
  }

  /** Of a watch that ended: nobody is told. */
  Mono<Void> forget(String watch) {
    return Mono.from(collection.deleteMany(waiting(watch))).then();
  }

  Mono<Long> countOf(String delivery) {
    return Mono.from(collection.countDocuments(Filters.eq(DELIVERY, delivery)));
  }

  /** The first of a mail, in order of time. */
  Mono<List<Alert>> firstOf(String delivery, int most) {
    return Flux.from(
            collection
                .find(Filters.eq(DELIVERY, delivery))
                .sort(Sorts.ascending(AT, "_id"))
                .limit(most))
        .map(Alerts::read)
        .collectList();
  }

  /** The newest first. */
  Mono<Page<Alert>> of(String watch, PageRequest page) {
    return Keyset.query(collection, Filters.eq(WATCH, watch), page, "-" + AT)
        .map(found -> found.map(Alerts::read));
  }

  private static Bson waiting(String watch) {
    return Filters.and(Filters.eq(WATCH, watch), Filters.exists(DELIVERY, false));
  }

  private static Alert read(Document alert) {
    return new Alert(
        alert.getString("_id"),
        alert.getString("kind"),
        alert.getString("subject"),
        Json.events().readValue(alert.getString("title"), TEXTS),
        new Match(
            alert.getList("words", String.class),
            alert.getList("countries", String.class),
            alert.getList("fields", String.class)),
        alert.getDate(AT).toInstant(),
        Optional.ofNullable(alert.getString(DELIVERY)));
  }
}
