package dev.kanmin.bench.relay;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.kanmin.bench.contest.Contestant;
import dev.kanmin.bench.contest.ContestantLoop;
import dev.kanmin.bench.contest.Sample;
import dev.kanmin.bench.contest.Settings;
import dev.kanmin.bench.contest.Stopwatch;
import dev.kanmin.events.aggregates.StoreIndex;
import dev.kanmin.events.wire.KafkaClients;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The relay in its plainest form, with the same clients: one event is sent, its acknowledgement
 * awaited, it is removed, and then the next one.
 */
public final class SingleCommits implements Contestant {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int PAGE = 100;

  private final MongoClient client;
  private final Outboxes outboxes;
  private final Producer<byte[], byte[]> producer;
  private final TopicTail tail;
  private final String topic;
  private final int events;

  private SingleCommits(Settings settings) {
    this.topic = settings.text("topic");
    this.events = settings.number("events");
    this.client = MongoClients.create(settings.text("mongodb"));
    var collection = client.getDatabase(settings.text("service")).getCollection("outboxes");
    var sweep = new StoreIndex("outbox-since", new Document("outboxSince", 1), true);
    Mono.from(
            collection.createIndex(
                sweep.keys(), new IndexOptions().name(sweep.name()).sparse(sweep.sparse())))
        .block(PATIENCE);
    this.outboxes = new Outboxes(collection);
    this.producer = KafkaClients.producer(settings.text("kafka"), "single");
    this.tail = new TopicTail(settings.text("kafka"), topic);
  }

  public static void main(String[] arguments) {
    ContestantLoop.run(arguments, SingleCommits::new);
  }

  @Override
  public Sample round() throws Exception {
    tail.mark();
    var ids = outboxes.fill(events, Instant.now());
    var watch = Stopwatch.start();
    for (var page = page(); !page.isEmpty(); page = page()) {
      for (var document : page) {
        relay(document);
      }
    }
    var sample = watch.rate(events);
    return sample.checked(tail.check(ids).fault());
  }

  private List<Document> page() {
    MongoCollection<Document> collection = outboxes.collection();
    return Flux.from(
            collection
                .find(Filters.lte("outboxSince", Date.from(Instant.now())))
                .sort(Sorts.ascending("outboxSince"))
                .limit(PAGE))
        .collectList()
        .blockOptional(PATIENCE)
        .orElseThrow();
  }

  private void relay(Document document) throws Exception {
    var id = document.getString("_id");
    producer.send(StoredEvents.record(topic, id)).get(30, TimeUnit.SECONDS);
    Mono.from(
            outboxes
                .collection()
                .updateOne(
                    Filters.and(Filters.eq("_id", id), Filters.eq("version", 1L)),
                    Updates.combine(Updates.unset("outbox"), Updates.unset("outboxSince"))))
        .block(PATIENCE);
  }

  @Override
  public void close() {
    tail.close();
    producer.close();
    client.close();
  }
}
