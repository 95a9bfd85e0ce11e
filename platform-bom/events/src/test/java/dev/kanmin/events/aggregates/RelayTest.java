package dev.kanmin.events.aggregates;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.kanmin.events.wire.Actor;
import dev.kanmin.infrastructure.Conditions;
import dev.kanmin.infrastructure.StoreKind;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A relay that dies at any step, or two relays at once: nothing is lost, nothing is out of order.
 */
class RelayTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Actor JETRO = new Actor("jetro", "test");

  /** Where the first relay dies. From then on nothing of it reaches the outside any more. */
  enum Death {
    BEFORE_SENDING,
    AFTER_SENDING_BEFORE_IT_HEARS,
    AFTER_ACKNOWLEDGEMENT_BEFORE_REMOVAL,
    AFTER_REMOVAL_BEFORE_IT_HEARS;

    boolean isAtRemoval() {
      return this == AFTER_ACKNOWLEDGEMENT_BEFORE_REMOVAL || this == AFTER_REMOVAL_BEFORE_IT_HEARS;
    }
  }

  static Stream<Arguments> stores_and_deaths() {
    return Parts.stores()
        .flatMap(store -> Stream.of(Death.values()).map(death -> Arguments.of(store, death)));
  }

  @ParameterizedTest
  @MethodSource("stores_and_deaths")
  void a_successor_finishes_what_a_dead_relay_began(StoreKind kind, Death death) {
    String topic = Parts.topic(3);
    MongoDatabase database = Parts.database(kind);
    AtomicInteger sends = new AtomicInteger();
    AtomicInteger removals = new AtomicInteger();
    Relay dying = new Relay(dyingProducer(death, sends), topic);
    var first =
        new Aggregates<>(
            Tally.TYPE,
            Tally.EVENTS,
            dyingStore(database.getCollection("tallies"), death, removals),
            dying);
    int documents = 20;
    int commands = 3;
    for (int i = 0; i < commands; i++) {
      int command = i;
      Flux.range(0, documents)
          .flatMap(
              n ->
                  first.handle(
                      "t" + n,
                      new Tally.Command.Add(command),
                      CommandContext.of(JETRO, Instant.now())))
          .blockLast(PATIENCE);
    }

    if (death.isAtRemoval()) {
      Conditions.await("the death to strike", PATIENCE, () -> removals.get() > 0);
    }
    if (death == Death.AFTER_ACKNOWLEDGEMENT_BEFORE_REMOVAL) {
      assertThat(
              Mono.from(database.getCollection("tallies").countDocuments(Filters.exists("outbox")))
                  .block(PATIENCE))
          .isEqualTo(documents);
    }
    try (Relay successor = new Relay(Parts.producer(), topic)) {
      sweepUntilNothingWaits(successor, database.getCollection("tallies"));
      Map<String, List<Long>> sent = Parts.sequences(topic);
      assertThat(sent).hasSize(documents);
      assertThat(sent.values())
          .allSatisfy(
              sequences ->
                  assertThat(AggregatesTest.withoutDuplicates(sequences))
                      .containsExactly(1L, 2L, 3L));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void a_removal_whose_reply_is_lost_is_tried_once_more(StoreKind kind) {
    MongoCollection<Document> real = Parts.database(kind).getCollection("tallies");
    AtomicInteger lost = new AtomicInteger(1);
    MongoCollection<Document> store =
        Life.collection(
            Life.Proxies.of(
                MongoCollection.class,
                (method, arguments) -> {
                  Object answer = Life.Proxies.invoke(method, real, arguments);
                  return method.getName().equals("bulkWrite")
                          && isRemoval(Life.Proxies.models(arguments))
                      ? Mono.from((org.reactivestreams.Publisher<?>) answer)
                          .flatMap(
                              done ->
                                  lost.getAndDecrement() > 0
                                      ? Mono.error(new IllegalStateException("reply lost"))
                                      : Mono.just(done))
                      : answer;
                }));
    try (Relay relay = new Relay(Parts.producer(), Parts.topic(1))) {
      new Aggregates<>(Tally.TYPE, Tally.EVENTS, store, relay)
          .handle("t", new Tally.Command.Add(1), CommandContext.of(JETRO, Instant.now()))
          .block(PATIENCE);

      Conditions.await("the second try", PATIENCE, () -> lost.get() < 0);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void two_relays_at_once_lose_nothing_and_keep_each_subject_in_order(StoreKind kind) {
    String topic = Parts.topic(3);
    MongoDatabase database = Parts.database(kind);
    try (Relay one = new Relay(Parts.producer(), topic);
        Relay two = new Relay(Parts.producer(), topic)) {
      List<Aggregates<Tally.Command, Tally.Event, Tally>> nodes =
          Stream.of(one, two)
              .map(
                  relay ->
                      new Aggregates<>(
                          Tally.TYPE, Tally.EVENTS, database.getCollection("tallies"), relay))
              .toList();
      int commands = 120;
      Flux.fromStream(IntStream.range(0, commands).boxed())
          .flatMap(
              i ->
                  nodes
                      .get(i % 2)
                      .handle(
                          "t" + i % 4,
                          new Tally.Command.Add(1),
                          CommandContext.of(JETRO, Instant.now())),
              8)
          .blockLast(PATIENCE);
      sweepUntilNothingWaits(one, database.getCollection("tallies"));

      for (int n = 0; n < 4; n++) {
        assertThat(AggregatesTest.withoutDuplicates(Parts.sequences(topic, "t" + n)))
            .containsExactlyElementsOf(LongStream.rangeClosed(1, commands / 4).boxed().toList());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void while_the_broker_refuses_nothing_leaves_and_everything_goes_out_afterwards(StoreKind kind) {
    String topic = Parts.topic(1);
    MongoDatabase database = Parts.database(kind);
    AtomicInteger refusals = new AtomicInteger(5);
    try (Relay relay = new Relay(refusingProducer(refusals), topic)) {
      var tallies =
          new Aggregates<>(Tally.TYPE, Tally.EVENTS, database.getCollection("tallies"), relay);
      for (int i = 0; i < 4; i++) {
        tallies
            .handle("t", new Tally.Command.Add(i), CommandContext.of(JETRO, Instant.now()))
            .block(PATIENCE);
      }
      sweepUntilNothingWaits(relay, database.getCollection("tallies"));

      assertThat(refusals).hasNonPositiveValue();
      assertThat(Parts.sequences(topic, "t")).containsExactly(1L, 2L, 3L, 4L);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void an_outbox_past_its_bound_refuses_commands_until_it_is_sent(StoreKind kind) {
    MongoDatabase database = Parts.database(kind);
    Relay stuck = new Relay(dyingProducer(Death.BEFORE_SENDING, new AtomicInteger()), "nowhere");
    var tallies =
        new Aggregates<>(Tally.TYPE, Tally.EVENTS, database.getCollection("tallies"), stuck);
    for (int i = 0; i < AggregateWrite.MAXIMUM_OUTBOX; i++) {
      tallies
          .handle("t", new Tally.Command.Add(1), CommandContext.of(JETRO, Instant.now()))
          .block(PATIENCE);
    }

    var refused =
        tallies
            .handle("t", new Tally.Command.Add(1), CommandContext.of(JETRO, Instant.now()))
            .onErrorResume(
                Refusal.class, refusal -> Mono.error(new AssertionError(refusal.rule().code())));
    assertThat(refused.materialize().block(PATIENCE).getThrowable()).hasMessage("outbox-full");
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void a_command_stored_while_the_relay_closes_is_answered_and_sent_by_the_next(StoreKind kind) {
    String topic = Parts.topic(1);
    MongoDatabase database = Parts.database(kind);
    Relay closed = new Relay(Parts.producer(), topic);
    closed.close();
    new Aggregates<>(Tally.TYPE, Tally.EVENTS, database.getCollection("tallies"), closed)
        .handle("t", new Tally.Command.Add(1), CommandContext.of(JETRO, Instant.now()))
        .block(PATIENCE);

    try (Relay next = new Relay(Parts.producer(), topic)) {
      sweepUntilNothingWaits(next, database.getCollection("tallies"));
      assertThat(Parts.sequences(topic, "t")).containsExactly(1L);
    }
  }

  private static void sweepUntilNothingWaits(Relay relay, MongoCollection<Document> collection) {
    Conditions.await(
        "empty outboxes",
        PATIENCE,
        () ->
            relay.sweep(collection, Duration.ZERO).block(PATIENCE) == 0
                && relay.underWay() == 0
                && Mono.from(
                            collection.countDocuments(
                                new Document("outboxSince", new Document("$exists", true))))
                        .block(PATIENCE)
                    == 0);
  }

  @SuppressWarnings("unchecked")
  private static Producer<byte[], byte[]> dyingProducer(Death death, AtomicInteger sends) {
    Producer<byte[], byte[]> real = Parts.producer();
    return (Producer<byte[], byte[]>)
        Proxy.newProxyInstance(
            RelayTest.class.getClassLoader(),
            new Class<?>[] {Producer.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("send")) {
                return invoke(method, real, arguments);
              }
              boolean dead = sends.incrementAndGet() > 10;
              return switch (death) {
                case BEFORE_SENDING -> new CompletableFuture<RecordMetadata>();
                case AFTER_SENDING_BEFORE_IT_HEARS ->
                    dead ? real.send(recordOf(arguments)) : invoke(method, real, arguments);
                case AFTER_ACKNOWLEDGEMENT_BEFORE_REMOVAL, AFTER_REMOVAL_BEFORE_IT_HEARS ->
                    invoke(method, real, arguments);
              };
            });
  }

  @SuppressWarnings("unchecked")
  private static MongoCollection<Document> dyingStore(
      MongoCollection<Document> real, Death death, AtomicInteger removals) {
    return (MongoCollection<Document>)
        Proxy.newProxyInstance(
            RelayTest.class.getClassLoader(),
            new Class<?>[] {MongoCollection.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("bulkWrite")
                  || !isRemoval((List<WriteModel<Document>>) arguments[0])) {
                return invoke(method, real, arguments);
              }
              removals.incrementAndGet();
              return switch (death) {
                case BEFORE_SENDING, AFTER_SENDING_BEFORE_IT_HEARS ->
                    invoke(method, real, arguments);
                case AFTER_ACKNOWLEDGEMENT_BEFORE_REMOVAL -> Mono.never();
                case AFTER_REMOVAL_BEFORE_IT_HEARS ->
                    Mono.from(
                            (org.reactivestreams.Publisher<Object>) invoke(method, real, arguments))
                        .then(Mono.never());
              };
            });
  }

  private static boolean isRemoval(List<WriteModel<Document>> models) {
    return models.getFirst() instanceof UpdateManyModel<Document>
        || (models.getFirst() instanceof UpdateOneModel<Document> update
            && !update.getUpdate().toBsonDocument().containsKey("$set"));
  }

  @SuppressWarnings("unchecked")
  private static Producer<byte[], byte[]> refusingProducer(AtomicInteger refusals) {
    Producer<byte[], byte[]> real = Parts.producer();
    return (Producer<byte[], byte[]>)
        Proxy.newProxyInstance(
            RelayTest.class.getClassLoader(),
            new Class<?>[] {Producer.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("send") && refusals.getAndDecrement() > 0) {
                Future<RecordMetadata> failed =
                    CompletableFuture.failedFuture(new TimeoutException("refused"));
                ((Callback) arguments[1]).onCompletion(null, new TimeoutException("refused"));
                return failed;
              }
              return invoke(method, real, arguments);
            });
  }

  @SuppressWarnings("unchecked")
  private static org.apache.kafka.clients.producer.ProducerRecord<byte[], byte[]> recordOf(
      Object[] arguments) {
    return (org.apache.kafka.clients.producer.ProducerRecord<byte[], byte[]>) arguments[0];
  }

  private static Object invoke(java.lang.reflect.Method method, Object target, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }
}
