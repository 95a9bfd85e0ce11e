package dev.kanmin.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import com.mongodb.reactivestreams.client.MongoDatabase;
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
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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

  record Counted(int amount) {}

  /**
   * A service that keeps sums of another service's counts, and can be made to stumble over an
   * amount.
   */
  private static final class Listener {
    final String topic = Parts.topic(2);
    final MongoDatabase database;
    final Copies copies;
    final ParkedSubjects parked;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final List<RuntimeException> troubles = new ArrayList<>();
    private long offset;
    Consumer<Message<byte[]>> consumer;

    Listener(StoreKind kind) {
      Parts.topic(topic + "." + GROUP + ".dlt", 2);
      database = Parts.database(kind);
      copies = new Copies(database.getCollection("sums"));
      parked = new ParkedSubjects(database.getCollection("parked"), Clock.systemUTC());
      start();
    }

    /** A fresh process on the same store. */
    void start() {
      var transport =
          new DeadLetters.Transport(
              Parts.producer(), () -> KafkaClients.reader(Parts.bootstrap(), "replay"));
      EventHandlers handlers = EventHandlers.builder().on(TYPE, Counted.class, this::take).build();
      consumer = new Inbox(parked, transport, meters).consumer(GROUP, topic, handlers);
    }

    private Mono<Void> take(Counted counted, EventEnvelope event) {
      if (!troubles.isEmpty()) {
        return Mono.error(troubles.removeFirst());
      }
      return copies
          .apply(
              event,
              old ->
                  new Document(
                      "sum", old.map(copy -> copy.getInteger("sum")).orElse(0) + counted.amount()))
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
      return Mono.from(copies.collection().find(new Document("_id", subject)).first())
          .map(copy -> copy.getInteger("sum"))
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
  @MethodSource("dev.kanmin.events.Parts#stores")
  void duplicates_and_older_events_change_nothing(StoreKind kind) {
    Listener listener = new Listener(kind);
    listener.deliver("a", 1, "{\"amount\":1}");
    listener.deliver("a", 2, "{\"amount\":2}");
    listener.deliver("a", 1, "{\"amount\":1}");
    listener.deliver("a", 2, "{\"amount\":2}");

    assertThat(listener.sum("a")).contains(3);
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.Parts#stores")
  void an_unknown_type_is_skipped_and_counted(StoreKind kind) {
    Listener listener = new Listener(kind);
    listener.consumer.accept(listener.message("a", "dev.kanmin.tally-service.sung.v1", 1, "{}"));

    assertThat(
            listener
                .meters
                .counter("kanmin.inbox.skipped", "group", GROUP, "topic", listener.topic)
                .count())
        .isOne();
    assertThat(listener.parkedNow()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.Parts#stores")
  void an_unreadable_event_parks_its_subject_and_no_other(StoreKind kind) {
    Listener listener = new Listener(kind);
    listener.deliver("a", 1, "{\"amount\":1}");
    listener.deliver("a", 2, "{\"amount\":");
    listener.deliver("a", 3, "{\"amount\":4}");
    listener.deliver("b", 1, "{\"amount\":8}");

    assertThat(listener.sum("a")).contains(1);
    assertThat(listener.sum("b")).contains(8);
    assertThat(listener.parkedNow())
        .singleElement()
        .satisfies(
            parked -> {
              assertThat(parked.subject()).isEqualTo("a");
              assertThat(parked.failedEvent()).isEqualTo("/tally-service/a/2");
              assertThat(parked.reason()).contains("/tally-service/a/2", "cannot be read");
              assertThat(parked.lastSequence()).isEqualTo(3);
            });
    assertThat(Parts.sequences(listener.topic + "." + GROUP + ".dlt", "a")).containsExactly(2L, 3L);
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.Parts#stores")
  void a_replay_takes_what_waited_in_order_and_releases_the_subject(StoreKind kind) {
    Listener listener = new Listener(kind);
    listener.troubles.add(Tally.CLOSED.refuse("not now"));
    listener.deliver("a", 1, "{\"amount\":1}");
    listener.deliver("a", 2, "{\"amount\":2}");
    listener.deliver("a", 2, "{\"amount\":2}");
    ParkedSubject parked = listener.parkedNow().getFirst();

    assertThat(listener.replay(parked)).isEqualTo(new ReplayReport(2, true, Optional.empty()));
    assertThat(listener.sum("a")).contains(3);
    listener.deliver("a", 3, "{\"amount\":4}");
    assertThat(listener.sum("a")).contains(7);
    assertThat(listener.parkedNow()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.Parts#stores")
  void a_replay_that_fails_again_leaves_the_subject_parked_and_says_why(StoreKind kind) {
    Listener listener = new Listener(kind);
    listener.deliver("a", 1, "nonsense");
    listener.deliver("a", 2, "{\"amount\":2}");

    ReplayReport report = listener.replay(listener.parkedNow().getFirst());

    assertThat(report.released()).isFalse();
    assertThat(report.stillFailing())
        .hasValueSatisfying(reason -> assertThat(reason).startsWith("/tally-service/a/1"));
    assertThat(listener.parkedNow()).hasSize(1);
    assertThat(listener.sum("a")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.Parts#stores")
  void a_parked_subject_stays_parked_for_the_next_process(StoreKind kind) {
    Listener listener = new Listener(kind);
    listener.deliver("a", 1, "nonsense");
    listener.start();
    listener.deliver("a", 2, "{\"amount\":2}");

    assertThat(listener.sum("a")).isEmpty();
    assertThat(listener.parkedNow().getFirst().lastSequence()).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.Parts#stores")
  void an_outage_of_the_store_parks_nothing(StoreKind kind) {
    Listener listener = new Listener(kind);
    for (int i = 0; i < 5; i++) {
      listener.troubles.add(new MongoTimeoutException("no server"));
    }
    listener.deliver("a", 1, "{\"amount\":1}");

    assertThat(listener.sum("a")).contains(1);
    assertThat(listener.parkedNow()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.Parts#stores")
  void a_passing_fault_is_tried_again_before_anything_is_parked(StoreKind kind) {
    Listener listener = new Listener(kind);
    listener.troubles.add(new IllegalStateException("hiccup"));
    listener.troubles.add(new IllegalStateException("hiccup"));
    listener.deliver("a", 1, "{\"amount\":1}");

    assertThat(listener.sum("a")).contains(1);
    assertThat(listener.parkedNow()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.Parts#stores")
  void a_record_without_an_envelope_is_put_aside_alone(StoreKind kind) {
    Listener listener = new Listener(kind);
    Message<byte[]> bare =
        MessageBuilder.withPayload("junk".getBytes(StandardCharsets.UTF_8))
            .setHeader("kafka_receivedPartitionId", 0)
            .setHeader("kafka_offset", 0L)
            .build();
    listener.consumer.accept(bare);
    listener.deliver("a", 1, "{\"amount\":1}");

    assertThat(listener.sum("a")).contains(1);
    assertThat(listener.parkedNow()).isEmpty();
    var aside = Parts.read(listener.topic + "." + GROUP + ".dlt");
    assertThat(aside).hasSize(1);
    assertThat(EventHeaders.text(aside.getFirst().headers().lastHeader("dlt_reason")))
        .hasValueSatisfying(reason -> assertThat(reason).contains("ce_specversion"));
  }

  /** Parts of a record that only together are too large for a letter, and one that is by itself. */
  @ParameterizedTest
  @MethodSource("dev.kanmin.events.Parts#stores")
  void what_is_too_large_is_left_out_of_the_letter(StoreKind kind) {
    Listener listener = new Listener(kind);
    listener.consumer.accept(junk(10, 900 * 1024, 100 * 1024));
    listener.consumer.accept(junk(11, 1, 1_000 * 1024));

    var aside = Parts.read(listener.topic + "." + GROUP + ".dlt");
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
  @MethodSource("dev.kanmin.events.Parts#stores")
  void a_long_reason_is_cut(StoreKind kind) {
    Listener listener = new Listener(kind);
    listener.consumer.accept(
        MessageBuilder.withPayload(new byte[0])
            .setHeader("kafka_receivedPartitionId", 0)
            .setHeader("kafka_offset", 10L)
            .setHeader("ce_specversion", "9".repeat(600 * 1024))
            .build());

    var aside = Parts.read(listener.topic + "." + GROUP + ".dlt");
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
