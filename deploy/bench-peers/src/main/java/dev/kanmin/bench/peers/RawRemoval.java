package dev.kanmin.bench.peers;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.kanmin.bench.contest.Contestant;
import dev.kanmin.bench.contest.ContestantLoop;
import dev.kanmin.bench.contest.Sample;
import dev.kanmin.bench.contest.Settings;
import dev.kanmin.bench.contest.Stopwatch;
import dev.kanmin.bench.relay.Outboxes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the store allows: the events of documents whose ids are known are removed, a thousand by one
 * update, twice at a time: four times as fast as an update for each in bulks.
 */
public final class RawRemoval implements Contestant {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int BATCH = 1_000;
  private static final int BATCHES_AT_ONCE = 2;

  private final MongoClient client;
  private final Outboxes outboxes;
  private final int events;

  private RawRemoval(Settings settings) {
    this.events = settings.number("events");
    this.client = MongoClients.create(settings.text("mongodb"));
    var collection = client.getDatabase(settings.text("service")).getCollection("outboxes");
    // removing an event removes the document from the index by which relays find it
    Mono.from(
            collection.createIndex(
                new Document("outboxSince", 1),
                new IndexOptions().name("outbox-since").sparse(true)))
        .block(PATIENCE);
    this.outboxes = new Outboxes(collection);
  }

  public static void main(String[] arguments) {
    ContestantLoop.run(arguments, RawRemoval::new);
  }

  @Override
  public Sample round() {
    var ids = outboxes.fill(events, Instant.now());
    var watch = Stopwatch.start();
    long removed =
        Flux.fromIterable(ids)
            .buffer(BATCH)
            .flatMap(this::remove, BATCHES_AT_ONCE)
            .reduce(0L, Long::sum)
            .blockOptional(PATIENCE)
            .orElse(0L);
    var sample = watch.rate(events);
    long left = outboxes.holdingEvents();
    return sample.checked(
        removed == events && left == 0
            ? Optional.empty()
            : Optional.of("%d of %d were removed, %d are left".formatted(removed, events, left)));
  }

  private Mono<Long> remove(List<String> ids) {
    return Mono.from(
            outboxes
                .collection()
                .updateMany(
                    Filters.and(Filters.in("_id", ids), Filters.eq("version", 1L)),
                    Updates.combine(Updates.unset("outbox"), Updates.unset("outboxSince"))))
        .map(UpdateResult::getMatchedCount);
  }

  @Override
  public void close() {
    client.close();
  }
}
