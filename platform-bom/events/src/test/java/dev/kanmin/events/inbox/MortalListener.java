package dev.kanmin.events.inbox;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CrashPlan;
import dev.kanmin.events.aggregates.Life;
import dev.kanmin.events.aggregates.Parts;
import dev.kanmin.events.aggregates.Relay;
import dev.kanmin.events.aggregates.Tally;
import dev.kanmin.events.wire.EventEnvelope;
import dev.kanmin.events.wire.KafkaClients;
import dev.kanmin.infrastructure.Conditions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.Document;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.support.MessageBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A service process that follows another's topic, keeps a copy of each subject and reacts to each
 * event with commands to two aggregates; until it dies at the step that is planned for it. It reads
 * and commits as the binder's container does.
 */
final class MortalListener implements AutoCloseable {
  static final String GROUP = "listener";
  static final String TYPE = "dev.kanmin.tally-service.counted.v1";
  static final String KIND = "tally";
  static final List<String> TARGETS = List.of("-a", "-b");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Steps of one kind before the fatal one, at most; few parkings happen in a life. */
  private static final int BUSY = 10;

  /** Where a delivery stands. */
  enum Step {
    BEFORE_HANDLING,
    AFTER_COPY,
    BEFORE_PROGRESS,
    AFTER_PROGRESS,
    BEFORE_MARK,
    AFTER_MARK,
    BEFORE_DEAD_LETTER,
    AFTER_DEAD_LETTER,
    BEFORE_COMMIT,
    AFTER_COMMIT
  }

  private final Life life = new Life();
  private final CrashPlan<Step> plan = new CrashPlan<>(life, Step.class, BUSY);
  private final Producer<byte[], byte[]> broker = life.broker(Parts.producer());
  private final Relay relay;
  private final Aggregates<Tally.Command, Tally.Event, Tally> reactions;
  private final Consumer<Message<byte[]>> inbox;
  private final KafkaConsumer<byte[], byte[]> reader;
  private final List<TopicPartition> partitions;
  private final boolean commitsEachRecord;

  MortalListener(List<TopicPartition> partitions, MongoDatabase database, Random random) {
    this.partitions = partitions;
    commitsEachRecord = random.nextBoolean();
    String topic = partitions.getFirst().topic();
    relay = new Relay(broker, topic + ".reactions");
    var copies = new CardCopies(life.store(database.getCollection("copies")), KIND);
    reactions =
        new Aggregates<>(
            Tally.TYPE,
            Tally.TYPE.eventTypes("reaction-service"),
            life.store(database.getCollection("reactions")),
            relay);
    var parked =
        new ParkedSubjects(
            steps(life.store(database.getCollection("parked")), Step.BEFORE_MARK, Step.AFTER_MARK),
            Clock.systemUTC());
    var transport =
        new DeadLetters.Transport(
            deadLetters(), () -> KafkaClients.reader(Parts.bootstrap(), "replay"));
    inbox =
        new Inbox(parked, transport, (source, aside) -> {}, new SimpleMeterRegistry())
            .consumer(
                GROUP,
                topic,
                EventHandlers.builder()
                    .copying(copies)
                    .on(TYPE, Tally.Event.Counted.class, this::copied)
                    .reacting(policy(database))
                    .build());
    reader =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                Parts.bootstrap(),
                "group.id",
                topic + "-" + GROUP,
                "enable.auto.commit",
                "false",
                "auto.offset.reset",
                "earliest",
                "max.poll.records",
                1 + random.nextInt(20)),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    reader.assign(partitions);
  }

  private Mono<Void> copied(Tally.Event.Counted counted, EventEnvelope event) {
    return Mono.fromRunnable(() -> plan.reached(Step.AFTER_COPY));
  }

  /** Its mark moves on after each single command, so that many of its deaths are half-way. */
  private Policy policy(MongoDatabase database) {
    var marks =
        steps(
            life.store(database.getCollection("marks")), Step.BEFORE_PROGRESS, Step.AFTER_PROGRESS);
    return new Policies(marks, "listener", Clock.systemUTC(), new SimpleMeterRegistry(), 1)
        .policy("count-along")
        .causes(reactions, Tally.Event.Counted.class)
        .on(TYPE, Tally.Event.Counted.class, this::countAlong)
        .build();
  }

  private Flux<Reaction> countAlong(Tally.Event.Counted counted, Occasion occasion) {
    return Flux.fromIterable(TARGETS)
        .map(
            target ->
                Reaction.to(
                    reactions,
                    occasion.event().subject() + target,
                    new Tally.Command.Add(counted.amount())));
  }

  private MongoCollection<Document> steps(MongoCollection<Document> real, Step before, Step after) {
    return Life.collection(
        Life.Proxies.of(
            MongoCollection.class,
            (method, arguments) ->
                method.getName().equals("updateOne")
                    ? Mono.defer(
                            () -> {
                              plan.reached(before);
                              return Mono.from(Life.publisher(method, real, arguments));
                            })
                        .doOnNext(marked -> plan.reached(after))
                    : Life.Proxies.invoke(method, real, arguments)));
  }

  private Producer<byte[], byte[]> deadLetters() {
    Callback told = (metadata, failure) -> plan.reached(Step.AFTER_DEAD_LETTER);
    return Life.producer(
        Life.Proxies.of(
            Producer.class,
            (method, arguments) -> {
              if (!method.getName().equals("send")) {
                return Life.Proxies.invoke(method, broker, arguments);
              }
              plan.reached(Step.BEFORE_DEAD_LETTER);
              return broker.send(Life.Proxies.record(arguments), told);
            }));
  }

  /** Reads what there is; afterwards it is dead, or everything is read and committed. */
  boolean readToTheEndOrDeath() {
    Thread thread = Thread.ofPlatform().name("listener").start(this::read);
    Conditions.await(
        "the end of a listener",
        PATIENCE,
        () -> {
          if (life.isOver()) {
            thread.interrupt(); // it may wait for an answer that no longer comes
          }
          return !thread.isAlive();
        });
    return life.isOver();
  }

  void arm(Random random) {
    plan.arm(random);
  }

  Step fatal() {
    return plan.fatal();
  }

  private void read() {
    try {
      Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
      while (!life.isOver() && ends.entrySet().stream().anyMatch(end -> isBefore(end))) {
        deliver(reader.poll(Duration.ofMillis(50)));
      }
    } catch (RuntimeException failure) {
      if (!life.isOver()) {
        throw failure;
      }
    }
  }

  private boolean isBefore(Map.Entry<TopicPartition, Long> end) {
    return reader.position(end.getKey()) < end.getValue();
  }

  /** Whether everything that was there is behind it for good. */
  boolean hasCommittedEverything() {
    Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
    Map<TopicPartition, OffsetAndMetadata> committed = reader.committed(new HashSet<>(partitions));
    return partitions.stream()
        .allMatch(
            partition ->
                ends.get(partition) == 0
                    || (committed.get(partition) != null
                        && committed.get(partition).offset() == ends.get(partition)));
  }

  private void deliver(ConsumerRecords<byte[], byte[]> records) {
    Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      plan.reached(Step.BEFORE_HANDLING);
      if (life.isOver()) {
        return;
      }
      inbox.accept(message(record));
      read.put(
          new TopicPartition(record.topic(), record.partition()),
          new OffsetAndMetadata(record.offset() + 1));
      if (commitsEachRecord) {
        commit(read);
      }
    }
    commit(read);
  }

  private void commit(Map<TopicPartition, OffsetAndMetadata> read) {
    plan.reached(Step.BEFORE_COMMIT);
    if (!life.isOver() && !read.isEmpty()) {
      reader.commitSync(read);
    }
    plan.reached(Step.AFTER_COMMIT);
  }

  private static Message<byte[]> message(ConsumerRecord<byte[], byte[]> record) {
    Map<String, Object> headers = new HashMap<>();
    record.headers().forEach(header -> headers.put(header.key(), header.value()));
    headers.put("kafka_receivedPartitionId", record.partition());
    headers.put("kafka_offset", record.offset());
    headers.put("kafka_receivedMessageKey", record.key());
    return MessageBuilder.createMessage(record.value(), new MessageHeaders(headers));
  }

  @Override
  public void close() {
    reader.close();
    broker.close();
    CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS).execute(relay::close);
  }
}
