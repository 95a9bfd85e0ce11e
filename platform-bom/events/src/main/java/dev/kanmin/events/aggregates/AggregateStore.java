package dev.kanmin.events.aggregates;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The service's own database: its aggregates, and the relay that publishes for them. */
public final class AggregateStore {
  /** How the relay finds what a crash left behind. */
  static final StoreIndex OUTBOX_INDEX =
      new StoreIndex("outbox-since", new Document("outboxSince", 1), true);

  private final MongoDatabase database;
  private final Relay relay;
  private final String service;
  private final List<MongoCollection<Document>> outboxes = new CopyOnWriteArrayList<>();
  private final List<Aggregates<?, ?, ?>> all = new CopyOnWriteArrayList<>();

  /**
   * @param service that publishes, such as {@code trade-missions}
   */
  public AggregateStore(String service, MongoDatabase database, Relay relay) {
    this.service = service;
    this.database = database;
    this.relay = relay;
  }

  /** The aggregates of a type. Its indexes are created before this returns. */
  public <C, E, S> Aggregates<C, E, S> aggregates(AggregateType<C, E, S> type) {
    MongoCollection<Document> collection = database.getCollection(type.collection());
    createIndexes(
        collection, Stream.concat(Stream.of(OUTBOX_INDEX), type.indexes().stream()).toList());
    outboxes.add(collection);
    Aggregates<C, E, S> aggregates =
        new Aggregates<>(type, type.eventTypes(service), collection, relay);
    all.add(aggregates);
    return aggregates;
  }

  /** A collection that is not an aggregate's, such as a copy of another service's facts. */
  public MongoCollection<Document> collection(String name, List<StoreIndex> indexes) {
    MongoCollection<Document> collection = database.getCollection(name);
    createIndexes(collection, indexes);
    return collection;
  }

  /**
   * One round of the relay over everything that waits for longer than a moment; how many documents
   * waited.
   */
  public Mono<Integer> sweep(Duration olderThan) {
    return Flux.fromIterable(outboxes)
        .concatMap(outbox -> relay.sweep(outbox, olderThan))
        .reduce(0, Integer::sum);
  }

  /** The aggregates of every type of this service. */
  public List<Aggregates<?, ?, ?>> all() {
    return List.copyOf(all);
  }

  List<MongoCollection<Document>> outboxes() {
    return outboxes;
  }

  private static void createIndexes(
      MongoCollection<Document> collection, List<StoreIndex> indexes) {
    Flux.fromIterable(indexes)
        .concatMap(
            index ->
                collection.createIndex(
                    index.keys(), new IndexOptions().name(index.name()).sparse(index.sparse())))
        .blockLast(Duration.ofSeconds(30));
  }
}
