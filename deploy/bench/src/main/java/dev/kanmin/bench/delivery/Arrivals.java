package dev.kanmin.bench.delivery;

import dev.kanmin.events.wire.KafkaClients;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A consumer that notes when each event came, by {@link System#nanoTime}. */
final class Arrivals implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Long> at = new ConcurrentHashMap<>();
  private final CountDownLatch reading = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean closing;

  /** Returns when it stands at the end of the topic. */
  Arrivals(String bootstrap, String topic) {
    this.thread = Thread.ofPlatform().name("arrivals-" + topic).start(() -> read(bootstrap, topic));
    try {
      reading.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /**
   * When the event came first.
   *
   * @param reference of the event, {@code /source/subject/sequence}
   */
  Optional<Long> of(String reference) {
    return Optional.ofNullable(at.get(reference));
  }

  /** Forgets everything. */
  void clear() {
    at.clear();
  }

  private void read(String bootstrap, String topic) {
    try (var consumer = KafkaClients.reader(bootstrap, "arrivals")) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      partitions.forEach(consumer::position);
      reading.countDown();
      while (!closing) {
        var records = consumer.poll(POLL);
        long now = System.nanoTime();
        records.forEach(record -> at.putIfAbsent(reference(record), now));
      }
    }
  }

  private static String reference(ConsumerRecord<byte[], byte[]> record) {
    return header(record, "ce_source") + "/" + header(record, "ce_id");
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    closing = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
