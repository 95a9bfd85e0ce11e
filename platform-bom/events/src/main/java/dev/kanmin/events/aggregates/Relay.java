package dev.kanmin.events.aggregates;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.kanmin.events.aggregates.Flight.Landing;
import dev.kanmin.events.aggregates.RelaySteps.Step;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Publishes what commands left in outboxes: from the head of each, in order, one event of a subject
 * under way at a time, waiting for the broker's acknowledgement before the next is sent and before
 * anything is removed. After any failure it starts at the head again. So a subject's order on the
 * topic is right once duplicates are dropped, and no lease or leader is needed for that.
 *
 * <p>Whoever wrote hands over at once ({@link #offer}); {@link #sweep} finds what a crash or an
 * outage left. The relay never touches version or state.
 */
public final class Relay implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Relay.class);

  /**
   * A backlog is taken on in parts, so many at once, which bounds the memory that draining takes.
   * Not document by document: whoever waits for thousands at once looks through all of them
   * whenever one is done.
   */
  private static final int SWEEP_PARTS = 20;

  private static final int SWEEP_PART = 100;

  private static final int SWEEP_PAGE = 500;

  private final Producer<byte[], byte[]> producer;
  private final String topic;
  private final RelaySteps steps;
  private final Map<String, Flight> flights = new ConcurrentHashMap<>();
  private final Map<String, Removals> removals = new ConcurrentHashMap<>();
  private final Acknowledged acknowledged = new Acknowledged();
  private final ExecutorService sender;

  /**
   * @param producer acks=all and idempotent; closed with the relay
   * @param topic the service's topic
   */
  public Relay(Producer<byte[], byte[]> producer, String topic) {
    this(producer, topic, RelaySteps.UNOBSERVED);
  }

  Relay(Producer<byte[], byte[]> producer, String topic, RelaySteps steps) {
    this.producer = producer;
    this.topic = topic;
    this.steps = steps;
    // send() may block while the broker is unreachable, which a reactor thread must not
    this.sender =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().name("relay-", 0).daemon().factory());
  }

  /**
   * Takes over what waits in an aggregate's outbox.
   *
   * @param fromHead everything in the outbox as of a version just read or written, oldest first
   */
  Flight offer(MongoCollection<Document> collection, String id, List<OutboxEntry> fromHead) {
    String key = key(collection, id);
    Flight flight =
        flights.compute(
            key,
            (sameKey, current) -> {
              Flight taking =
                  current == null
                      ? new Flight(key, collection, id, acknowledged.last(key))
                      : current;
              taking.append(fromHead);
              return taking;
            });
    if (flight.startSending()) {
      send(flight);
    } else if (flight.startRemoving()) {
      // all of it had reached the broker before; only its removal had not been seen
      remove(flight, fromHead.getLast().sequence());
    }
    return flight;
  }

  /**
   * Takes on aggregates whose outbox has waited, oldest first.
   *
   * @param olderThan leaves younger ones to whoever wrote them
   * @return how many documents were found waiting, once they are sent and removed; not all of them
   *     if the broker cannot be reached, for then the rest is not tried
   */
  public Mono<Integer> sweep(MongoCollection<Document> collection, Duration olderThan) {
    Date before = Date.from(Instant.now().minus(olderThan));
    return Flux.from(
            collection
                .find(Filters.lte("outboxSince", before))
                .sort(Sorts.ascending("outboxSince"))
                .projection(Projections.include(OutboxEntry.OUTBOX, "version"))
                .batchSize(SWEEP_PAGE))
        .buffer(SWEEP_PART)
        .flatMap(part -> takeOver(collection, part), SWEEP_PARTS)
        .takeWhile(swept -> swept.landing() == Landing.DONE)
        .reduce(0, (documents, swept) -> documents + swept.documents());
  }

  private record Swept(int documents, Landing landing) {}

  /** Done when all of them are, or when one shows that no other can get on. */
  private Mono<Swept> takeOver(MongoCollection<Document> collection, List<Document> part) {
    CompletableFuture<Landing> landing = new CompletableFuture<>();
    AtomicInteger underWay = new AtomicInteger(part.size());
    Consumer<Landing> landed =
        how -> {
          if (underWay.decrementAndGet() == 0 || how == Landing.BROKER_AWAY) {
            landing.complete(how);
          }
        };
    part.forEach(document -> takeOver(collection, document, landed));
    return Mono.fromFuture(landing, true).map(how -> new Swept(part.size(), how));
  }

  private void takeOver(
      MongoCollection<Document> collection, Document document, Consumer<Landing> landed) {
    String id = document.getString("_id");
    List<OutboxEntry> waiting = OutboxEntry.allOf(document);
    if (waiting.isEmpty()) {
      // a removal that emptied the outbox was cut off before the mark went; no event is concerned
      removals(collection).add(id, document.getLong("version"), () -> {});
    } else if (!flights.containsKey(key(collection, id))) {
      offer(collection, id, waiting).onLanding(landed);
      return;
    }
    landed.accept(Landing.DONE);
  }

  /** Documents whose events this process is sending or removing. */
  public int underWay() {
    return flights.size();
  }

  RelaySteps steps() {
    return steps;
  }

  private void send(Flight flight) {
    try {
      sender.execute(() -> sendHead(flight));
    } catch (RejectedExecutionException closed) {
      // the command is stored and must be answered so; whoever comes next sends its events
      failed(flight, closed);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of every outcome
  private void sendHead(Flight flight) {
    OutboxEntry head = flight.head();
    try {
      steps.reached(Step.BEFORE_SEND, flight.id, head.sequence());
      producer.send(
          record(head),
          (metadata, failure) -> {
            if (failure == null) {
              acknowledged(flight, head);
            } else {
              failed(flight, failure);
            }
          });
      steps.reached(Step.AFTER_SEND, flight.id, head.sequence());
    } catch (RuntimeException failure) {
      failed(flight, failure);
    }
  }

  private void acknowledged(Flight flight, OutboxEntry head) {
    steps.reached(Step.ACKNOWLEDGED, flight.id, head.sequence());
    acknowledged.remember(flight.key, head.sequence());
    if (flight.acknowledge(head)) {
      send(flight);
    } else {
      remove(flight, head.sequence());
    }
  }

  private void remove(Flight flight, long through) {
    removals(flight.collection).add(flight.id, through, () -> removed(flight));
  }

  private void removed(Flight flight) {
    flights.computeIfPresent(
        flight.key, (key, current) -> current == flight && flight.isDone() ? null : current);
    flight.land(Landing.DONE);
  }

  private void failed(Flight flight, Throwable failure) {
    // the outbox still holds everything; the sweep starts at its head again
    flights.remove(flight.key, flight);
    log.warn("Not sent, will be tried again: {} ({})", flight.id, failure.toString());
    // what the broker will never take must not hold up the others; when it is away, nobody gets on
    flight.land(failure instanceof RetriableException ? Landing.BROKER_AWAY : Landing.DONE);
  }

  private Removals removals(MongoCollection<Document> collection) {
    return removals.computeIfAbsent(
        collection.getNamespace().getFullName(), name -> new Removals(collection, steps));
  }

  private ProducerRecord<byte[], byte[]> record(OutboxEntry entry) {
    List<Header> headers =
        entry.headers().entrySet().stream()
            .<Header>map(
                header ->
                    new RecordHeader(
                        header.getKey(), header.getValue().getBytes(StandardCharsets.UTF_8)))
            .toList();
    byte[] key = entry.subject().getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(topic, null, null, key, entry.data().getData(), headers);
  }

  private static String key(MongoCollection<Document> collection, String id) {
    return collection.getNamespace().getCollectionName() + "/" + id;
  }

  @Override
  public void close() {
    sender.shutdown();
    producer.close(Duration.ofSeconds(5));
  }
}
