package dev.kanmin.events.aggregates;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.bson.BsonSerializationException;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Stores the changes of aggregates: those of many documents in one round trip and one journal
 * flush, each for itself. A change is told that it is stored when the whole batch is durable.
 */
final class Writes {
  /** What comes while a write is under way shares the next one, and its journal flush. */
  private static final int LANES = 1;

  private static final int LARGEST = 100;
  private static final BulkWriteOptions EACH_FOR_ITSELF = new BulkWriteOptions().ordered(false);

  /**
   * A bulk's answer says how many updates matched, not which. As an upsert, one that matches no
   * document of its version tries to insert a second document of the same id, and that is an error
   * which names it. Aggregates are never deleted, so that such an insert cannot succeed.
   */
  private static final UpdateOptions OR_CONFLICT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> collection;
  private final Batches<Pending> batches = new Batches<>(LANES, LARGEST, this::store);

  private record Pending(AggregateWrite.Change change, CompletableFuture<Boolean> stored) {}

  Writes(MongoCollection<Document> collection) {
    this.collection = collection;
  }

  /**
   * Stores a change, durably.
   *
   * @return false, and nothing is stored, if the document has moved on from the change's version
   */
  Mono<Boolean> write(AggregateWrite.Change change) {
    return Mono.fromFuture(
        () -> {
          Pending pending = new Pending(change, new CompletableFuture<>());
          batches.add(pending);
          return pending.stored();
        },
        true);
  }

  private Mono<?> store(List<Pending> batch) {
    return Mono.from(
            collection.bulkWrite(batch.stream().map(Writes::model).toList(), EACH_FOR_ITSELF))
        .<Object>map(result -> result)
        .doOnNext(result -> batch.forEach(pending -> pending.stored().complete(true)))
        .onErrorResume(failure -> failed(batch, failure));
  }

  /** What cannot even be written down was not sent; it must not fail those it travelled with. */
  private Mono<?> failed(List<Pending> batch, Throwable failure) {
    if (failure instanceof BsonSerializationException && batch.size() > 1) {
      return Flux.fromIterable(batch).concatMap(pending -> store(List.of(pending))).then();
    }
    tell(batch, failure);
    return Mono.empty();
  }

  private static WriteModel<Document> model(Pending pending) {
    AggregateWrite.Change change = pending.change();
    return switch (change.write()) {
      case AggregateWrite.Write.Birth(Document document) -> new InsertOneModel<>(document);
      case AggregateWrite.Write.Update(Bson changes) ->
          new UpdateOneModel<>(
              new Document("_id", change.id()).append("version", change.version()),
              changes,
              OR_CONFLICT);
    };
  }

  private static void tell(List<Pending> batch, Throwable failure) {
    if (failure instanceof MongoBulkWriteException bulk && bulk.getWriteConcernError() == null) {
      tell(batch, bulk);
    } else {
      batch.forEach(pending -> pending.stored().completeExceptionally(failure));
    }
  }

  private static void tell(List<Pending> batch, MongoBulkWriteException failure) {
    Map<Integer, BulkWriteError> errors = new HashMap<>();
    failure.getWriteErrors().forEach(error -> errors.put(error.getIndex(), error));
    for (int i = 0; i < batch.size(); i++) {
      CompletableFuture<Boolean> stored = batch.get(i).stored();
      BulkWriteError error = errors.get(i);
      if (error == null) {
        stored.complete(true);
      } else if (error.getCategory() == ErrorCategory.DUPLICATE_KEY) {
        stored.complete(false);
      } else {
        stored.completeExceptionally(
            new MongoWriteException(error, failure.getServerAddress(), failure.getErrorLabels()));
      }
    }
  }
}
