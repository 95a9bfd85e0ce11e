package dev.kanmin.events.aggregates;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads documents by id, many in one query while others are being read. */
final class Loads {
  private static final int LANES = 2;
  private static final int LARGEST = 100;

  private final MongoCollection<Document> collection;
  private final Batches<Load> batches = new Batches<>(LANES, LARGEST, this::read);

  private record Load(String id, CompletableFuture<Optional<Document>> found) {}

  Loads(MongoCollection<Document> collection) {
    this.collection = collection;
  }

  /** The document as it is stored after this call began. */
  Mono<Optional<Document>> load(String id) {
    return Mono.fromFuture(
        () -> {
          Load load = new Load(id, new CompletableFuture<>());
          batches.add(load);
          return load.found();
        });
  }

  private Mono<?> read(List<Load> batch) {
    Set<String> ids = new HashSet<>();
    batch.forEach(load -> ids.add(load.id()));
    return Flux.from(collection.find(Filters.in("_id", ids)).batchSize(LARGEST))
        .collect(HashMap<String, Document>::new, Loads::put)
        .doOnNext(found -> batch.forEach(load -> tell(load, found)))
        .doOnError(failure -> batch.forEach(load -> load.found().completeExceptionally(failure)));
  }

  private static void put(Map<String, Document> found, Document document) {
    found.put(document.getString("_id"), document);
  }

  private static void tell(Load load, Map<String, Document> found) {
    load.found().complete(Optional.ofNullable(found.get(load.id())));
  }
}
