package dev.kanmin.bench.relay;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A collection of documents whose events wait to be sent. */
public final class Outboxes {
  private static final int BATCH = 1_000;
  private static final int BATCHES_AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final InsertManyOptions ANY_ORDER = new InsertManyOptions().ordered(false);

  /** All outboxes become due within this time, as if many commands had come at once. */
  private static final Duration SPREAD = Duration.ofMillis(100);

  private final MongoCollection<Document> collection;
  private final List<Document> indexes;

  /**
   * Keeps to the indexes that the collection has now.
   *
   * @param collection emptied by each {@link #fill}
   */
  public Outboxes(MongoCollection<Document> collection) {
    this.collection = collection;
    this.indexes = Flux.from(collection.listIndexes()).collectList().blockOptional().orElseThrow();
  }

  public MongoCollection<Document> collection() {
    return collection;
  }

  /**
   * Replaces everything by documents with one waiting event each.
   *
   * @param due the latest time from which on they have waited
   * @return their ids
   */
  public List<String> fill(int documents, Instant due) {
    empty();
    var ids = IntStream.range(0, documents).mapToObj(number -> "obx_" + UUID.randomUUID()).toList();
    Flux.range(0, documents)
        .map(number -> StoredEvents.document(ids.get(number), since(due, number, documents)))
        .buffer(BATCH)
        .flatMap(batch -> collection.insertMany(batch, ANY_ORDER), BATCHES_AT_ONCE)
        .blockLast(PATIENCE);
    return ids;
  }

  private static Instant since(Instant due, int number, int documents) {
    return due.minus(SPREAD).plusNanos(SPREAD.toNanos() * number / documents);
  }

  /** A new collection with the same indexes: what earlier rounds left would slow later ones. */
  private void empty() {
    Mono.from(collection.drop()).block(PATIENCE);
    Flux.fromIterable(indexes)
        .filter(index -> !"_id_".equals(index.getString("name")))
        .concatMap(
            index ->
                collection.createIndex(
                    index.get("key", Document.class),
                    new IndexOptions()
                        .name(index.getString("name"))
                        .sparse(index.getBoolean("sparse", false))))
        .blockLast(PATIENCE);
  }

  /** Whether nothing waits any more. */
  public boolean isDrained() {
    return Mono.from(
            collection
                .find(Filters.exists("outboxSince"))
                .projection(Projections.include("_id"))
                .first())
        .blockOptional(PATIENCE)
        .isEmpty();
  }

  /** How many documents still hold an event; for checks, it looks at all of them. */
  public long holdingEvents() {
    return Mono.from(collection.countDocuments(Filters.exists("outbox.0")))
        .blockOptional(PATIENCE)
        .orElseThrow();
  }
}
