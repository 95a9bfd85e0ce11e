package dev.kanmin.events.aggregates;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.codecs.configuration.CodecRegistry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A collection in which every change by a command is read, change, replace: right as long as nobody
 * else changes the document without counting its version, which is just what the relay does.
 */
final class ReplacingStore {
  /** Between reading and replacing, so that a removal finds its way in between. */
  private static final Duration THINKING = Duration.ofMillis(10);

  private ReplacingStore() {}

  static MongoCollection<Document> of(MongoCollection<Document> real) {
    return Life.collection(
        Life.Proxies.of(
            MongoCollection.class,
            (method, arguments) ->
                method.getName().equals("bulkWrite")
                    ? replacing(real, Life.Proxies.models(arguments))
                    : Life.Proxies.invoke(method, real, arguments)));
  }

  private static Mono<BulkWriteResult> replacing(
      MongoCollection<Document> store, List<WriteModel<Document>> models) {
    MongoCollection<BsonDocument> documents = store.withDocumentClass(BsonDocument.class);
    return Flux.fromIterable(models)
        .concatMap(
            model ->
                model instanceof UpdateOneModel<Document> update
                    ? replacement(documents, update)
                    : Mono.just(plain(model, documents.getCodecRegistry())))
        .collectList()
        .delayElement(THINKING)
        .flatMap(
            replacements ->
                Mono.from(
                    documents.bulkWrite(replacements, new BulkWriteOptions().ordered(false))));
  }

  /** An update that comes too late stays what it is, and so does the relay's of one document. */
  private static Mono<WriteModel<BsonDocument>> replacement(
      MongoCollection<BsonDocument> documents, UpdateOneModel<Document> update) {
    BsonDocument changes =
        update.getUpdate().toBsonDocument(Document.class, documents.getCodecRegistry());
    WriteModel<BsonDocument> asItWas =
        new UpdateOneModel<>(update.getFilter(), update.getUpdate(), update.getOptions());
    if (!changes.containsKey("$push")) {
      return Mono.just(asItWas);
    }
    return Mono.from(documents.find(update.getFilter()).first())
        .<WriteModel<BsonDocument>>map(
            document -> {
              changes.forEach((operator, fields) -> apply(operator, fields, document));
              return new ReplaceOneModel<>(
                  update.getFilter(), document, new ReplaceOptions().upsert(true));
            })
        .defaultIfEmpty(asItWas);
  }

  /** Births and the relay's removals of many documents stay what they are. */
  private static WriteModel<BsonDocument> plain(WriteModel<Document> model, CodecRegistry codecs) {
    if (model instanceof InsertOneModel<Document> insert) {
      return new InsertOneModel<>(insert.getDocument().toBsonDocument(Document.class, codecs));
    }
    if (model instanceof UpdateManyModel<Document> removal) {
      return new UpdateManyModel<>(removal.getFilter(), removal.getUpdate(), removal.getOptions());
    }
    throw new AssertionError("A write uses " + model);
  }

  private static void apply(String operator, BsonValue fields, BsonDocument document) {
    fields
        .asDocument()
        .forEach(
            (path, value) -> {
              BsonDocument holder = holder(path, document);
              String name = path.substring(path.lastIndexOf('.') + 1);
              switch (operator) {
                case "$set" -> holder.put(name, value);
                case "$unset" -> holder.remove(name);
                case "$min" -> holder.putIfAbsent(name, value);
                case "$push" -> push(holder, name, value.asDocument().getArray("$each"));
                default -> throw new AssertionError("A write uses " + operator);
              }
            });
  }

  private static void push(BsonDocument holder, String name, BsonArray values) {
    BsonArray all = holder.getArray(name, new BsonArray());
    all.addAll(values);
    holder.put(name, all);
  }

  private static BsonDocument holder(String path, BsonDocument document) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return document;
    }
    String first = path.substring(0, dot);
    document.putIfAbsent(first, new BsonDocument());
    return holder(path.substring(dot + 1), document.getDocument(first));
  }
}
