package dev.kanmin.events.inbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.StoreIndex;
import dev.kanmin.events.aggregates.Upserts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a service keeps of subjects that another one tells of as a whole each time: parts of the
 * latest snapshot, chosen by the one who keeps them, under the subject's id. For what every card
 * carries, {@link CardCopies} is enough.
 *
 * <p>A snapshot is replaced by one of a higher revision. A subject can be merged into another one
 * and is then found under that; or be erased, and then only its id is kept. Neither is brought back
 * by an event that is delivered again.
 */
public final class SnapshotCopies {
  private static final String ID = "_id";
  private static final String REVISION = "revision";
  private static final String INTO = "into";
  private static final String ERASED = "erased";

  /** Merges of merges are followed so far: more would be a circle. */
  private static final int LONGEST_TRAIL = 10;

  /** More records than that were never of one subject. */
  private static final int MOST_IDS = 100;

  private static final ReplaceOptions OR_INSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> collection;

  /**
   * Kept in the service's own database.
   *
   * @param name of the collection
   * @param indexes over parts that {@link #where} asks for
   */
  public SnapshotCopies(AggregateStore store, String name, StoreIndex... indexes) {
    List<StoreIndex> all = new ArrayList<>(List.of(indexes));
    all.add(new StoreIndex("by-survivor", new Document(INTO, 1), true));
    this.collection = store.collection(name, all);
  }

  /**
   * Keeps these parts of a subject, unless they are of a revision that it has already, or it is
   * merged or erased.
   *
   * @param revision of the snapshot, from 1, rising
   * @param parts no names of this class's own: {@code _id}, {@code revision}, {@code into}, {@code
   *     erased}
   */
  public Mono<Void> replace(String id, long revision, Document parts) {
    Document copy = new Document(ID, id).append(REVISION, revision);
    copy.putAll(parts);
    Bson older =
        Filters.and(
            Filters.eq(ID, id),
            Filters.lt(REVISION, revision),
            Filters.exists(INTO, false),
            Filters.exists(ERASED, false));
    return Upserts.unlessHeldBack(() -> collection.replaceOne(older, copy, OR_INSERT));
  }

  /** From now on the one is found under the other. */
  public Mono<Void> merge(String id, String into) {
    return Upserts.unlessHeldBack(
        () ->
            collection.updateOne(
                Filters.and(Filters.eq(ID, id), Filters.exists(ERASED, false)),
                Updates.set(INTO, into),
                new UpdateOptions().upsert(true)));
  }

  /** Keeps nothing of it but that it was. */
  public Mono<Void> erase(String id) {
    return Mono.from(
            collection.replaceOne(
                Filters.eq(ID, id), new Document(ID, id).append(ERASED, true), OR_INSERT))
        .then();
  }

  /**
   * The parts that are kept of a subject or, if it was merged, of the one that it is now; its id is
   * under {@code _id}. Empty for one that is unknown or erased.
   */
  public Mono<Document> find(String id) {
    return trail(id, LONGEST_TRAIL).filter(it -> it.containsKey(REVISION) && !it.containsKey(INTO));
  }

  /**
   * The same of many at once: what is kept of each, under the id that was asked for; those unknown
   * or erased are missing.
   */
  public Mono<Map<String, Document>> find(Collection<String> ids) {
    return Flux.from(collection.find(Filters.in(ID, ids)))
        .flatMap(
            it ->
                (it.containsKey(INTO) ? find(it.getString(ID)) : Mono.just(it))
                    .filter(found -> found.containsKey(REVISION))
                    .map(found -> Map.entry(it.getString(ID), found)))
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  /**
   * All ids that lead to one subject: the one under which it is found now, then those that were
   * merged into it, in the order in which they are found. Records that name it by any of them are
   * its records.
   */
  public Mono<List<String>> ids(String id) {
    return survivor(id)
        .flatMapMany(survivor -> Flux.concat(Mono.just(survivor), leadingTo(survivor)))
        .distinct()
        .collectList();
  }

  private Flux<String> leadingTo(String id) {
    return Flux.from(collection.find(Filters.eq(INTO, id)).sort(Sorts.ascending(ID)))
        .map(it -> it.getString(ID))
        .expand(
            one ->
                Flux.from(collection.find(Filters.eq(INTO, one)).sort(Sorts.ascending(ID)))
                    .map(it -> it.getString(ID)))
        .take(MOST_IDS);
  }

  /** The id under which a subject is found now: its own unless it was merged. */
  public Mono<String> survivor(String id) {
    return trail(id, LONGEST_TRAIL)
        .map(it -> Optional.ofNullable(it.getString(INTO)).orElse(it.getString(ID)))
        .defaultIfEmpty(id);
  }

  /** Whether it was told that this one, or the one that it was merged into, is erased. */
  public Mono<Boolean> isErased(String id) {
    return trail(id, LONGEST_TRAIL).map(it -> it.containsKey(ERASED)).defaultIfEmpty(false);
  }

  /** The subjects whose parts the filter chooses, as {@link #find} tells them, by id. */
  public Flux<Document> where(Bson filter) {
    return Flux.from(collection.find(filter).sort(Sorts.ascending(ID)))
        .concatMap(it -> find(it.getString(ID)));
  }

  /** The last document on the way; where that is unknown here, the one that points to it. */
  private Mono<Document> trail(String id, int left) {
    return Mono.from(collection.find(Filters.eq(ID, id)).first())
        .flatMap(
            it ->
                it.containsKey(INTO) && left > 0
                    ? trail(it.getString(INTO), left - 1).defaultIfEmpty(it)
                    : Mono.just(it));
  }
}
