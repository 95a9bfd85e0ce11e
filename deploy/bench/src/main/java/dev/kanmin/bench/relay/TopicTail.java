package dev.kanmin.bench.relay;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What comes to a topic from a moment on, and whether it is what should have come. */
public final class TopicTail implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final Consumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;
  private Map<TopicPartition, Long> from;

  public TopicTail(String bootstrap, String topic) {
    // not by the platform's clients: the other sides use this class without them
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", bootstrap,
                "isolation.level", "read_committed",
                "enable.auto.commit", "false"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    this.partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    this.from = consumer.endOffsets(partitions);
  }

  /** Forgets what has come so far. */
  public void mark() {
    from = consumer.endOffsets(partitions);
  }

  /** Records since the mark. */
  public long arrived() {
    var ends = consumer.endOffsets(partitions);
    return partitions.stream()
        .mapToLong(partition -> offset(ends, partition) - offset(from, partition))
        .sum();
  }

  /**
   * What was found since the mark.
   *
   * @param firstMillis when the first record was made, by its producer's clock
   * @param repeated records that came again, which at least once delivery allows
   * @param fault empty when every subject has its events once, in order
   */
  public record Findings(long firstMillis, long repeated, Optional<String> fault) {}

  /** Reads everything since the mark and compares it with the subjects that should have come. */
  public Findings check(Collection<String> subjects) {
    var ends = consumer.endOffsets(partitions);
    from.forEach(consumer::seek);
    var tally = new Tally(subjects);
    while (partitions.stream()
        .anyMatch(partition -> consumer.position(partition) < offset(ends, partition))) {
      consumer.poll(POLL).forEach(tally::add);
    }
    return tally.findings();
  }

  private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
    return Optional.ofNullable(offsets.get(partition)).orElse(0L);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
