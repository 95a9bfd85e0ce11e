package dev.kanmin.events.inbox;

import com.mongodb.MongoException;
import dev.kanmin.codes.services.TopicNames;
import dev.kanmin.events.aggregates.Refusal;
import dev.kanmin.events.aggregates.Rule;
import dev.kanmin.events.aggregates.StoreFault;
import dev.kanmin.events.wire.EventEnvelope;
import dev.kanmin.events.wire.EventHeaders;
import dev.kanmin.events.wire.TopicCheck;
import dev.kanmin.events.wire.UnreadableEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * How a service follows another's topic: record by record, in order, blocking at the edge.
 *
 * <ul>
 *   <li>A type that no handler reads is skipped and counted.
 *   <li>What will succeed later is waited for, for as long as it takes: the store cannot be
 *       reached, or a command is refused because too much is waiting.
 *   <li>A record that cannot be read, is refused, cannot be stored, or fails for another reason
 *       again and again parks its subject: it and the subject's later records go to the dead-letter
 *       topic, other subjects go on.
 *   <li>A record without a readable envelope belongs to no subject: it goes to the dead-letter
 *       topic alone.
 * </ul>
 *
 * <p>What is waited for and what parks: {@code
 * docs/decisions/0030-what-is-waited-for-and-what-parks.md}.
 */
public final class Inbox {
  private static final Logger log = LoggerFactory.getLogger(Inbox.class);
  private static final int ATTEMPTS = 3;

  private final ParkedSubjects parked;
  private final DeadLetters.Transport transport;
  private final BiConsumer<String, String> topics;
  private final MeterRegistry meters;

  /**
   * @param producer to the dead-letter topics
   * @param reader makes a reader of them, for each replay
   * @param topics looks at what is to be followed before anything is read
   */
  public Inbox(
      ParkedSubjects parked,
      Producer<byte[], byte[]> producer,
      Supplier<org.apache.kafka.clients.consumer.Consumer<byte[], byte[]>> reader,
      TopicCheck topics,
      MeterRegistry meters) {
    this(parked, new DeadLetters.Transport(producer, reader), topics::followed, meters);
  }

  Inbox(
      ParkedSubjects parked,
      DeadLetters.Transport transport,
      BiConsumer<String, String> topics,
      MeterRegistry meters) {
    this.parked = parked;
    this.transport = transport;
    this.topics = topics;
    this.meters = meters;
  }

  /**
   * What a subscription does with the records of its topic.
   *
   * @param group the consumer group: the service's name
   * @param topic the topic it reads
   * @throws IllegalStateException in one line, if the topic is not there, or its dead-letter topic
   *     is not, or is narrower
   */
  Consumer<Message<byte[]>> consumer(String group, String topic, EventHandlers handlers) {
    topics.accept(topic, TopicNames.deadLetters(topic, group));
    DeadLetters letters = new DeadLetters(group, topic, handlers, parked, transport);
    parked.register(group, topic, letters);
    handlers.heardOn(topic);
    return new Reader(group, topic, handlers, letters);
  }

  private final class Reader implements Consumer<Message<byte[]>> {
    private final String group;
    private final String topic;
    private final EventHandlers handlers;
    private final DeadLetters letters;
    private final Map<Integer, Long> positions = new ConcurrentHashMap<>();
    private final Counter taken;
    private final Counter skipped;

    Reader(String group, String topic, EventHandlers handlers, DeadLetters letters) {
      this.group = group;
      this.topic = topic;
      this.handlers = handlers;
      this.letters = letters;
      this.taken = meters.counter("kanmin.inbox.taken", "group", group, "topic", topic);
      this.skipped = meters.counter("kanmin.inbox.skipped", "group", group, "topic", topic);
    }

    @Override
    public void accept(Message<byte[]> message) {
      Delivery delivery = Delivery.of(message);
      refreshOnTakeover(delivery);
      EventEnvelope event;
      try {
        event = EventHeaders.read(delivery::header);
      } catch (UnreadableEvent unreadable) {
        log.warn(
            "{} {}: no readable envelope, put aside: {}",
            topic,
            delivery.position(),
            unreadable.getMessage());
        letters.putAside(delivery, String.valueOf(unreadable.getMessage()));
        return;
      }
      if (parked.isParked(group, topic, event)) {
        letters.putAside(delivery, "its subject is parked");
      } else {
        take(event, delivery);
      }
    }

    private void take(EventEnvelope event, Delivery delivery) {
      Optional<Mono<Void>> reaction = handlers.handle(event, delivery.value());
      if (reaction.isEmpty()) {
        skipped.increment();
        return;
      }
      try {
        reaction.get().retryWhen(untilItIsTaken()).retryWhen(someTimes()).block();
        taken.increment();
      } catch (RuntimeException failure) {
        if (Thread.currentThread().isInterrupted()) {
          throw failure; // this process stops; another one is offered the record
        }
        String reason = reasonOf(failure);
        log.warn("{}: {} parks {}: {}", group, event.reference(), event.subject(), reason);
        parked.park(group, topic, delivery.partition(), event, reason);
        letters.putAside(delivery, reason);
      }
    }

    /**
     * A record that does not follow the last one seen means that the partition has come (back) to
     * this process.
     */
    private void refreshOnTakeover(Delivery delivery) {
      Long last = positions.put(delivery.partition(), delivery.offset());
      if (last == null || delivery.offset() != last + 1) {
        parked.refresh();
      }
    }
  }

  /** What will succeed when it is tried again later, without anybody doing anything about it. */
  static boolean isWaitedFor(Throwable failure) {
    return StoreFault.isOutage(failure)
        || (failure instanceof Refusal refusal && refusal.rule().kind() == Rule.Kind.OVERLOADED);
  }

  /** What will fail in the same way however often it is tried. */
  private static boolean isFinal(Throwable failure) {
    return failure instanceof Refusal
        || failure instanceof UnreadableEvent
        || failure instanceof InboxFault
        || StoreFault.of(failure).filter(StoreFault.REFUSED::equals).isPresent();
  }

  /** Without anything that the event holds: a store's message can quote the value at fault. */
  static String reasonOf(Throwable failure) {
    return switch (failure) {
      case Refusal refusal -> refusal.rule().code() + ": " + refusal.rule().title();
      case UnreadableEvent unreadable -> String.valueOf(unreadable.getMessage());
      case InboxFault ours -> String.valueOf(ours.getMessage());
      case MongoException store ->
          store.getClass().getSimpleName() + ", code " + store.getCode() + " of the store";
      default -> failure.getClass().getSimpleName();
    };
  }

  private static Retry untilItIsTaken() {
    return Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200))
        .maxBackoff(Duration.ofSeconds(5))
        .filter(Inbox::isWaitedFor)
        .doBeforeRetry(
            signal -> log.warn("Not taken yet, trying again: {}", reasonOf(signal.failure())));
  }

  private static Retry someTimes() {
    return Retry.backoff(ATTEMPTS, Duration.ofMillis(50))
        .filter(failure -> !isFinal(failure))
        .onRetryExhaustedThrow((spec, signal) -> signal.failure());
  }

  /** One record as the binder hands it over. */
  record Delivery(
      int partition, long offset, byte[] key, byte[] value, Map<String, Object> headers) {
    static Delivery of(Message<byte[]> message) {
      Map<String, Object> headers = message.getHeaders();
      return new Delivery(
          ((Number) headers.getOrDefault("kafka_receivedPartitionId", 0)).intValue(),
          ((Number) headers.getOrDefault("kafka_offset", 0L)).longValue(),
          bytes(headers.get("kafka_receivedMessageKey")),
          value(message),
          headers);
    }

    /** The binder hands over an object of its own for a record without a value: read as empty. */
    private static byte[] value(Message<?> message) {
      return bytes(message.getPayload());
    }

    /** A record header as text, whether the binder left it as bytes or made it a string. */
    Optional<String> header(String name) {
      return switch (headers.get(name)) {
        case byte[] value -> Optional.of(new String(value, StandardCharsets.UTF_8));
        case String text -> Optional.of(text);
        case null, default -> Optional.empty();
      };
    }

    String position() {
      return "partition " + partition + " offset " + offset;
    }

    private static byte[] bytes(@org.jspecify.annotations.Nullable Object content) {
      return switch (content) {
        case byte[] value -> value;
        case String text -> text.getBytes(StandardCharsets.UTF_8);
        case null, default -> new byte[0];
      };
    }
  }
}
