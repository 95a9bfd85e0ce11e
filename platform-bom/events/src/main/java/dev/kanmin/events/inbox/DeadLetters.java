package dev.kanmin.events.inbox;

import dev.kanmin.codes.services.TopicNames;
import dev.kanmin.events.wire.EventEnvelope;
import dev.kanmin.events.wire.EventHeaders;
import dev.kanmin.events.wire.UnreadableEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The dead-letter topic of one consumer, {@code <topic>.<group>.dlt}: partitioned as its source, so
 * that order per subject holds.
 */
final class DeadLetters {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A record of the broker's largest size would not fit any more with the headers added here. */
  private static final int LARGEST = 960 * 1024;

  private static final int HEADER_OVERHEAD = 16;

  /** Characters. A reason can quote what was wrong, and that can be half a mebibyte. */
  private static final int LONGEST_REASON = 1_000;

  private static final byte[] LEFT_OUT = {};

  private final String topic;
  private final EventHandlers handlers;
  private final ParkedSubjects parked;
  private final Transport transport;

  /** How records get to and from Kafka. A reader is made for each replay and closed after it. */
  record Transport(Producer<byte[], byte[]> producer, Supplier<Consumer<byte[], byte[]>> reader) {}

  DeadLetters(
      String group,
      String source,
      EventHandlers handlers,
      ParkedSubjects parked,
      Transport transport) {
    this.topic = TopicNames.deadLetters(source, group);
    this.handlers = handlers;
    this.parked = parked;
    this.transport = transport;
  }

  /**
   * Puts a record aside and returns once the broker has it; a failure makes the binder deliver the
   * record again.
   */
  void putAside(Inbox.Delivery delivery, String reason) {
    try {
      transport
          .producer()
          .send(letter(delivery, reason))
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while putting a record aside", interrupted);
    } catch (ExecutionException | TimeoutException failure) {
      throw new IllegalStateException("A record could not be put aside in " + topic, failure);
    }
  }

  /**
   * What is too large for a letter is left out, its value first: it stands in the source topic, at
   * the offset that the letter names. A letter that the broker refuses would hold up the partition.
   */
  private ProducerRecord<byte[], byte[]> letter(Inbox.Delivery delivery, String reason) {
    List<Header> headers = envelope(delivery);
    byte[] key = delivery.key();
    byte[] value = delivery.value();
    int size = key.length + size(headers);
    List<Header> ours = new ArrayList<>();
    if (size + value.length > LARGEST) {
      ours.add(header("dlt_left_out", value.length + " bytes"));
      value = LEFT_OUT;
    }
    if (size > LARGEST) {
      ours.add(header("dlt_left_out", size + " bytes of key and headers"));
      key = LEFT_OUT;
      headers = List.of();
    }
    ours.add(header("dlt_reason", reason.substring(0, Math.min(reason.length(), LONGEST_REASON))));
    ours.add(header("dlt_offset", Long.toString(delivery.offset())));
    return new ProducerRecord<>(
        topic,
        delivery.partition(),
        null,
        key,
        value,
        Stream.concat(headers.stream(), ours.stream()).toList());
  }

  private static List<Header> envelope(Inbox.Delivery delivery) {
    List<Header> headers = new ArrayList<>();
    for (String name : delivery.headers().keySet()) {
      if (name.startsWith("ce_") || name.equals("traceparent") || name.equals("content-type")) {
        delivery.header(name).ifPresent(value -> headers.add(header(name, value)));
      }
    }
    return headers;
  }

  private static int size(List<Header> headers) {
    return headers.stream()
        .mapToInt(header -> HEADER_OVERHEAD + header.key().length() + header.value().length)
        .sum();
  }

  Mono<ReplayReport> replay(ParkedSubject subject) {
    return Mono.fromCallable(() -> replayBlocking(subject))
        .subscribeOn(Schedulers.boundedElastic());
  }

  private ReplayReport replayBlocking(ParkedSubject subject) {
    TopicPartition partition = new TopicPartition(topic, subject.partition());
    long applied = subject.failedSequence() - 1;
    int count = 0;
    try (Consumer<byte[], byte[]> reader = transport.reader().get()) {
      reader.assign(List.of(partition));
      reader.seekToBeginning(List.of(partition));
      while (true) {
        long end = reader.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        while (reader.position(partition) < end) {
          for (ConsumerRecord<byte[], byte[]> record : reader.poll(Duration.ofMillis(200))) {
            Optional<EventEnvelope> event = envelope(record, subject);
            if (event.isEmpty() || event.get().sequence() <= applied) {
              continue;
            }
            Optional<String> failure = apply(event.get(), record.value());
            if (failure.isPresent()) {
              return new ReplayReport(count, false, failure);
            }
            applied = event.get().sequence();
            count++;
          }
        }
        if (Boolean.TRUE.equals(parked.release(subject, applied).block())) {
          return new ReplayReport(count, true, Optional.empty());
        }
        if (parked.find(subject.id()).blockOptional().isEmpty()) {
          return new ReplayReport(count, true, Optional.empty());
        }
        if (reader.endOffsets(List.of(partition)).getOrDefault(partition, 0L) <= end) {
          return new ReplayReport(
              count,
              false,
              Optional.of(
                  "A newer event is on its way to the dead-letter topic; replay again in a moment"));
        }
      }
    }
  }

  private Optional<EventEnvelope> envelope(
      ConsumerRecord<byte[], byte[]> record, ParkedSubject subject) {
    if (!subject.subject().equals(new String(record.key(), StandardCharsets.UTF_8))) {
      return Optional.empty();
    }
    try {
      return Optional.of(EventHeaders.read(record.headers())).filter(subject::isOf);
    } catch (UnreadableEvent withoutEnvelope) {
      return Optional.empty(); // was put aside alone, is no part of the subject
    }
  }

  private Optional<String> apply(EventEnvelope event, byte[] value) {
    try {
      handlers.handle(event, value).orElse(Mono.empty()).block(PATIENCE);
      return Optional.empty();
    } catch (RuntimeException failure) {
      return Optional.of(event.reference() + ": " + Inbox.reasonOf(failure));
    }
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
