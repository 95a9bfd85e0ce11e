package dev.kanmin.events.aggregates;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.kanmin.events.aggregates.RelaySteps.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Removes acknowledged events from outboxes, those of many documents in one round trip. */
final class Removals {
  private static final Logger log = LoggerFactory.getLogger(Removals.class);

  /** Two: while the store writes one batch down, the next is on its way. */
  private static final int LANES = 2;

  private static final int BATCH = 1_000;

  /**
   * Nobody waits for a removal, and one round trip and journal flush for each event would cost the
   * store as much again as the command did. A process that dies meanwhile sends what was
   * acknowledged in this time once more.
   */
  private static final Duration PATIENCE = Duration.ofMillis(20);

  private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);

  private final MongoCollection<Document> collection;
  private final RelaySteps steps;
  private final Batches<Removal> batches =
      new Batches<>(LANES, BATCH, PATIENCE, this::removeAndTell);

  private record Removal(String id, long through, Runnable afterwards) {}

  Removals(MongoCollection<Document> collection, RelaySteps steps) {
    this.collection = collection;
    this.steps = steps;
  }

  /**
   * Removes the events of a document up to and including a sequence.
   *
   * @param afterwards called when the removal was tried, whether it succeeded or not
   */
  void add(String id, long through, Runnable afterwards) {
    batches.add(new Removal(id, through, afterwards));
  }

  private Mono<?> removeAndTell(List<Removal> batch) {
    reached(Step.BEFORE_REMOVAL, batch);
    return remove(batch)
        .doOnNext(matched -> reached(Step.AFTER_REMOVAL, batch))
        .doOnError(
            failure ->
                log.warn(
                    "Sent but not removed, may be sent again: {} ({})",
                    batch.size(),
                    failure.toString()))
        .doFinally(signal -> batch.forEach(removal -> removal.afterwards().run()));
  }

  private void reached(Step step, List<Removal> batch) {
    batch.forEach(removal -> steps.reached(step, removal.id(), removal.through()));
  }

  private Mono<?> remove(List<Removal> batch) {
    Map<String, Long> through = new HashMap<>();
    batch.forEach(removal -> through.merge(removal.id(), removal.through(), Math::max));
    return bulk(everything(through))
        .flatMap(
            matched ->
                matched == through.size() ? Mono.just(matched) : bulk(acknowledgedOnly(through)));
  }

  /**
   * Tried once more when it fails: the driver does that by itself for updates of one document
   * alone, and what has been removed already is not there to be removed twice.
   */
  private Mono<Integer> bulk(List<WriteModel<Document>> models) {
    return Mono.from(collection.bulkWrite(models, ANY_ORDER))
        .retry(1)
        .map(result -> result.getMatchedCount());
  }

  /**
   * The common case: the document's last event is the one acknowledged, so the outbox and its mark
   * go together. One update for all documents of the same version: an update for each costs the
   * store four times as much (docs/performance.md, "The relay").
   */
  private static List<WriteModel<Document>> everything(Map<String, Long> through) {
    Map<Long, List<String>> ids = new HashMap<>();
    through.forEach((id, version) -> ids.computeIfAbsent(version, v -> new ArrayList<>()).add(id));
    return models(
        ids,
        (version, ofVersion) ->
            new UpdateManyModel<>(
                Filters.and(Filters.in("_id", ofVersion), Filters.eq("version", version)),
                Updates.combine(Updates.unset("outbox"), Updates.unset("outboxSince"))));
  }

  /** Newer events came meanwhile: they and the mark stay. */
  private static List<WriteModel<Document>> acknowledgedOnly(Map<String, Long> through) {
    return models(
        through,
        (id, version) ->
            new UpdateOneModel<>(
                Filters.and(Filters.eq("_id", id), Filters.gt("version", version)),
                Updates.pull(OutboxEntry.OUTBOX, Filters.lte(OutboxEntry.SEQUENCE, version))));
  }

  private static <K, V> List<WriteModel<Document>> models(
      Map<K, V> each, BiFunction<K, V, WriteModel<Document>> model) {
    return each.entrySet().stream().map(one -> model.apply(one.getKey(), one.getValue())).toList();
  }
}
