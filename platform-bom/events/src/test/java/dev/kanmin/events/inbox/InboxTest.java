package dev.kanmin.events.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.kanmin.events.aggregates.AggregateRules;
import dev.kanmin.events.aggregates.Parts;
import dev.kanmin.events.aggregates.Tally;
import dev.kanmin.events.wire.EventEnvelope;
import dev.kanmin.events.wire.EventHeaders;
import dev.kanmin.events.wire.KafkaClients;
import dev.kanmin.infrastructure.StoreKind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import reactor.core.publisher.Mono;

/** A consumer that meets duplicates, poison and outages; dead letters go through a real broker. */
class InboxTest {
  private static final String GROUP = "listener";
  private static final String TYPE = "dev.kanmin.tally-service.counted.v1";

  /** What comes of it no store can hold. */
  private static final int TOO_MUCH = -1;

  record Counted(int amount) {}

  /**
   * A service that keeps sums of another service's counts, and can be made to stumble over an
   * amount.
   */
  private static final class Follower {
    final String topic = Parts.topic(2);
    final MongoDatabase database;
    final MongoCollection<Document> sums;
    final ParkedSubjects parked;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final List<RuntimeException> troubles = new ArrayList<>();
    private long offset;
    Consumer<Message<byte[]>> consumer;

    Follower(StoreKind kind) {
      this(Parts.database(kind));
    }

    Follower(MongoDatabase database) {
      this(database, new ParkedSubjects(database.getCollection("parked"), Clock.systemUTC()));
    }

    private Follower(MongoDatabase database, ParkedSubjects parked) {
      Parts.topic(topic + "." + GROUP + ".dlt", 2);
      this.database = database;
      this.parked = parked;
      sums = database.getCollection("sums");
      start();
    }

    /** The same service in the same process. */
    Follower followingAnotherTopic() {
      return new Follower(database, parked);
    }

    /** A fresh process on the same store. */
    void start() {
      var transport =
          new DeadLetters.Transport(
              Parts.producer(), () -> KafkaClients.reader(Parts.bootstrap(), "replay"));
      EventHandlers handlers = EventHandlers.builder().on(TYPE, Counted.class, this::take).build();
      consumer =
          new Inbox(parked, transport, (topic, aside) -> {}, meters)
              .consumer(GROUP, topic, handlers);
    }

    private Mono<Void> take(Counted counted, EventEnvelope event) {
      if (!troubles.isEmpty()) {
        return Mono.error(troubles.removeFirst());
      }
      if (counted.amount() == TOO_MUCH) {
        return Mono.from(
                sums.insertOne(
                    new Document("_id", event.subject()).append("x", "9".repeat(17 * 1024 * 1024))))
            .then();
      }
      return add(counted.amount(), event);
    }

    /** Once for each event, however often it comes. */
    private Mono<Void> add(int amount, EventEnvelope event) {
      return Mono.from(
              sums.updateOne(
                  Filters.and(
                      Filters.eq("_id", event.subject()), Filters.lt("sequence", event.sequence())),
                  Updates.combine(
                      Updates.inc("sum", amount), Updates.set("sequence", event.sequence())),
                  new UpdateOptions().upsert(true)))
          .onErrorComplete(
              failure ->
                  failure instanceof MongoWriteException write
                      && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY)
          .then();
    }

    void deliver(String subject, long sequence, String data) {
      consumer.accept(message(subject, TYPE, sequence, data));
    }

    Message<byte[]> message(String subject, String type, long sequence, String data) {
      EventEnvelope envelope =
          new EventEnvelope(
              "/tally-service",
              type,
              subject,
              sequence,
              Instant.EPOCH,
              "",
              subject,
              Optional.empty(),
              "a/b",
              Optional.empty());
      Map<String, Object> headers = new HashMap<>();
      EventHeaders.of(envelope)
          .forEach((name, value) -> headers.put(name, value.getBytes(StandardCharsets.UTF_8)));
      headers.put("kafka_receivedPartitionId", 1);
      headers.put("kafka_offset", offset++);
      headers.put("kafka_receivedMessageKey", subject.getBytes(StandardCharsets.UTF_8));
      return MessageBuilder.createMessage(
          data.getBytes(StandardCharsets.UTF_8),
          new org.springframework.messaging.MessageHeaders(headers));
    }

    Optional<Integer> sum(String subject) {
      return Mono.from(sums.find(new Document("_id", subject)).first())
          .map(found -> found.getInteger("sum"))
          .blockOptional();
    }

    List<ParkedSubject> parkedNow() {
      return parked.list().collectList().block();
    }

    ReplayReport replay(ParkedSubject subject) {
      return parked.replay(subject.id()).block(Duration.ofSeconds(30));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void duplicates_and_older_events_change_nothing(StoreKind kind) {
    Follower follower = new Follower(kind);
    follower.deliver("a", 1, "{\"amount\":1}");
    follower.deliver("a", 2, "{\"amount\":2}");
    follower.deliver("a", 1, "{\"amount\":1}");
    follower.deliver("a", 2, "{\"amount\":2}");

    assertThat(follower.sum("a")).contains(3);
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void an_unknown_type_is_skipped_and_counted(StoreKind kind) {
    Follower follower = new Follower(kind);
    follower.consumer.accept(follower.message("a", "dev.kanmin.tally-service.sung.v1", 1, "{}"));

    assertThat(
            follower
                .meters
                .counter("kanmin.inbox.skipped", "group", GROUP, "topic", follower.topic)
                .count())
        .isOne();
    assertThat(follower.parkedNow()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void an_unreadable_event_parks_its_subject_and_no_other(StoreKind kind) {
    Follower follower = new Follower(kind);
    follower.deliver("a", 1, "{\"amount\":1}");
    follower.deliver("a", 2, "{\"amount\":");
    follower.deliver("a", 3, "{\"amount\":4}");
    follower.deliver("b", 1, "{\"amount\":8}");

    assertThat(follower.sum("a")).contains(1);
    assertThat(follower.sum("b")).contains(8);
    assertThat(follower.parkedNow())
        .singleElement()
        .satisfies(
            parked -> {
              assertThat(parked.subject()).isEqualTo("a");
              assertThat(parked.failedEvent()).isEqualTo("/tally-service/a/2");
              assertThat(parked.reason()).contains("/tally-service/a/2", "cannot be read");
              assertThat(parked.lastSequence()).isEqualTo(3);
            });
    assertThat(Parts.sequences(follower.topic + "." + GROUP + ".dlt", "a")).containsExactly(2L, 3L);
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void a_replay_takes_what_waited_in_order_and_releases_the_subject(StoreKind kind) {
    Follower follower = new Follower(kind);
    follower.troubles.add(Tally.CLOSED.refuse("not now"));
    follower.deliver("a", 1, "{\"amount\":1}");
    follower.deliver("a", 2, "{\"amount\":2}");
    follower.deliver("a", 2, "{\"amount\":2}");
    ParkedSubject parked = follower.parkedNow().getFirst();

    assertThat(follower.replay(parked)).isEqualTo(new ReplayReport(2, true, Optional.empty()));
    assertThat(follower.sum("a")).contains(3);
    follower.deliver("a", 3, "{\"amount\":4}");
    assertThat(follower.sum("a")).contains(7);
    assertThat(follower.parkedNow()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void a_replay_that_fails_again_leaves_the_subject_parked_and_says_why(StoreKind kind) {
    Follower follower = new Follower(kind);
    follower.deliver("a", 1, "nonsense");
    follower.deliver("a", 2, "{\"amount\":2}");

    ReplayReport report = follower.replay(follower.parkedNow().getFirst());

    assertThat(report.released()).isFalse();
    assertThat(report.stillFailing())
        .hasValueSatisfying(reason -> assertThat(reason).startsWith("/tally-service/a/1"));
    assertThat(follower.parkedNow()).hasSize(1);
    assertThat(follower.sum("a")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void a_parked_subject_stays_parked_for_the_next_process(StoreKind kind) {
    Follower follower = new Follower(kind);
    follower.deliver("a", 1, "nonsense");
    follower.start();
    follower.deliver("a", 2, "{\"amount\":2}");

    assertThat(follower.sum("a")).isEmpty();
    assertThat(follower.parkedNow().getFirst().lastSequence()).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void an_outage_of_the_store_parks_nothing(StoreKind kind) {
    Follower follower = new Follower(kind);
    for (int i = 0; i < 5; i++) {
      follower.troubles.add(new MongoTimeoutException("no server"));
    }
    follower.deliver("a", 1, "{\"amount\":1}");

    assertThat(follower.sum("a")).contains(1);
    assertThat(follower.parkedNow()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void a_passing_fault_is_tried_again_before_anything_is_parked(StoreKind kind) {
    Follower follower = new Follower(kind);
    follower.troubles.add(new IllegalStateException("hiccup"));
    follower.troubles.add(new IllegalStateException("hiccup"));
    follower.deliver("a", 1, "{\"amount\":1}");

    assertThat(follower.sum("a")).contains(1);
    assertThat(follower.parkedNow()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void a_command_that_is_refused_for_overload_is_waited_for(StoreKind kind) {
    Follower follower = new Follower(kind);
    follower.troubles.add(AggregateRules.OUTBOX_FULL.refuse("200 events wait to be sent"));
    follower.troubles.add(AggregateRules.CONTENDED.refuse("Others keep changing it"));
    follower.deliver("a", 1, "{\"amount\":1}");

    assertThat(follower.sum("a")).contains(1);
    assertThat(follower.parkedNow()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void what_no_store_can_hold_parks_its_subject_and_holds_up_no_other(StoreKind kind) {
    Follower follower = new Follower(kind);
    follower.deliver("a", 1, "{\"amount\":" + TOO_MUCH + "}");
    follower.deliver("b", 1, "{\"amount\":8}");

    assertThat(follower.sum("b")).contains(8);
    assertThat(follower.parkedNow())
        .singleElement()
        .satisfies(parked -> assertThat(parked.subject()).isEqualTo("a"));
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void what_the_store_refuses_for_ever_is_tried_once_and_parks_its_subject(StoreKind kind) {
    Follower follower = new Follower(kind);
    for (int i = 0; i < 5; i++) {
      follower.troubles.add(refusedByTheStore());
    }
    follower.deliver("a", 1, "{\"amount\":1}");

    assertThat(follower.troubles).hasSize(4);
    assertThat(follower.parkedNow())
        .extracting(ParkedSubject::reason)
        .containsExactly("MongoWriteException, code 121 of the store");
  }

  private static MongoWriteException refusedByTheStore() {
    return new MongoWriteException(
        new WriteError(121, "Document failed validation: 0-123456789", new BsonDocument()),
        new ServerAddress(),
        Set.of());
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void a_process_that_is_stopped_while_it_waits_parks_nothing(StoreKind kind) {
    Follower follower = new Follower(kind);
    follower.troubles.add(new MongoTimeoutException("no server"));
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> follower.deliver("a", 1, "{\"amount\":1}")).isNotNull();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(follower.parkedNow()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void a_reason_names_the_place_of_a_fault_and_nothing_that_stands_there(StoreKind kind) {
    Follower follower = new Follower(kind);
    follower.deliver("a", 1, "{\"amount\":\"0-123456789\"}");
    follower.deliver("b", 1, "{\"amount\":0123456789}");

    assertThat(follower.parkedNow())
        .extracting(ParkedSubject::reason)
        .containsExactly(
            "/tally-service/a/1 of type " + TYPE + " cannot be read at /amount",
            "/tally-service/b/1 of type " + TYPE + " cannot be read at line 1, column 12");
  }

  /** The same subject of the same source on two topics, as when a service follows two. */
  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void two_topics_that_one_group_follows_park_and_replay_each_for_itself(StoreKind kind) {
    MongoDatabase database = Parts.database(kind);
    Follower first = new Follower(database);
    Follower second = first.followingAnotherTopic();
    first.troubles.add(Tally.CLOSED.refuse("not now"));
    first.deliver("a", 1, "{\"amount\":1}");
    second.deliver("b", 1, "{\"amount\":2}");
    second.deliver("a", 1, "nonsense");

    assertThat(second.sum("b")).contains(2);
    assertThat(first.parkedNow())
        .extracting(ParkedSubject::topic)
        .containsExactly(first.topic, second.topic);
    assertThat(first.replay(first.parkedNow().getFirst()).released()).isTrue();
    assertThat(first.sum("a")).contains(1);
    assertThat(first.replay(first.parkedNow().getFirst()).stillFailing()).isPresent();
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void a_record_without_an_envelope_is_put_aside_alone(StoreKind kind) {
    Follower follower = new Follower(kind);
    Message<byte[]> bare =
        MessageBuilder.withPayload("junk".getBytes(StandardCharsets.UTF_8))
            .setHeader("kafka_receivedPartitionId", 0)
            .setHeader("kafka_offset", 0L)
            .build();
    follower.consumer.accept(bare);
    follower.deliver("a", 1, "{\"amount\":1}");

    assertThat(follower.sum("a")).contains(1);
    assertThat(follower.parkedNow()).isEmpty();
    var aside = Parts.read(follower.topic + "." + GROUP + ".dlt");
    assertThat(aside).hasSize(1);
    assertThat(EventHeaders.text(aside.getFirst().headers().lastHeader("dlt_reason")))
        .hasValueSatisfying(reason -> assertThat(reason).contains("ce_specversion"));
  }

  /** Parts of a record that only together are too large for a letter, and one that is by itself. */
  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void what_is_too_large_is_left_out_of_the_letter(StoreKind kind) {
    Follower follower = new Follower(kind);
    follower.consumer.accept(junk(10, 900 * 1024, 100 * 1024));
    follower.consumer.accept(junk(11, 1, 1_000 * 1024));

    var aside = Parts.read(follower.topic + "." + GROUP + ".dlt");
    assertThat(aside).extracting(InboxTest::offset).containsExactly("10", "11");
    assertThat(aside).extracting(record -> record.value().length).containsExactly(0, 0);
    assertThat(aside)
        .extracting(record -> record.headers().lastHeader("ce_noise") != null)
        .containsExactly(true, false);
    assertThat(EventHeaders.text(aside.getFirst().headers().lastHeader("dlt_left_out")))
        .contains("921600 bytes");
  }

  /** The reason quotes what is wrong: with it the letter would be larger than the record. */
  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void a_long_reason_is_cut(StoreKind kind) {
    Follower follower = new Follower(kind);
    follower.consumer.accept(
        MessageBuilder.withPayload(new byte[0])
            .setHeader("kafka_receivedPartitionId", 0)
            .setHeader("kafka_offset", 10L)
            .setHeader("ce_specversion", "9".repeat(600 * 1024))
            .build());

    var aside = Parts.read(follower.topic + "." + GROUP + ".dlt");
    assertThat(EventHeaders.text(aside.getFirst().headers().lastHeader("dlt_reason")))
        .hasValueSatisfying(
            reason -> assertThat(reason).startsWith("ce_specversion is '9").hasSize(1_000));
  }

  private static Message<byte[]> junk(long offset, int value, int header) {
    return MessageBuilder.withPayload(new byte[value])
        .setHeader("kafka_receivedPartitionId", 0)
        .setHeader("kafka_offset", offset)
        .setHeader("ce_noise", "x".repeat(header).getBytes(StandardCharsets.UTF_8))
        .build();
  }

  private static String offset(ConsumerRecord<byte[], byte[]> letter) {
    return EventHeaders.text(letter.headers().lastHeader("dlt_offset")).orElse("");
  }
}
