package dev.kanmin.bench.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrap,
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                "false"),
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
    var last = HashMap.<String, Long>newHashMap(subjects.size());
    subjects.forEach(subject -> last.put(subject, 0L));
    var tally = new Tally(last);
    while (partitions.stream()
        .anyMatch(partition -> consumer.position(partition) < offset(ends, partition))) {
      consumer.poll(POLL).forEach(tally::add);
    }
    return new Findings(tally.firstMillis, tally.repeated, tally.fault());
  }

  private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
    return Optional.ofNullable(offsets.get(partition)).orElse(0L);
  }

  @Override
  public void close() {
    consumer.close();
  }

  private static final class Tally {
    private final Map<String, Long> last;
    private long firstMillis = Long.MAX_VALUE;
    private long repeated;
    private Optional<String> wrong = Optional.empty();

    Tally(Map<String, Long> last) {
      this.last = last;
    }

    void add(ConsumerRecord<byte[], byte[]> record) {
      firstMillis = Math.min(firstMillis, record.timestamp());
      var subject = new String(record.key(), StandardCharsets.UTF_8);
      long sequence = sequence(record);
      var before = last.get(subject);
      if (before == null) {
        wrong = Optional.of(subject + " came, which nobody stored");
      } else if (sequence == before + 1) {
        last.put(subject, sequence);
      } else if (sequence <= before) {
        repeated++;
      } else {
        wrong = Optional.of("%s: %d came after %d".formatted(subject, sequence, before));
      }
    }

    private static long sequence(ConsumerRecord<byte[], byte[]> record) {
      var header = record.headers().lastHeader("ce_sequence");
      return Long.parseLong(new String(header.value(), StandardCharsets.UTF_8));
    }

    Optional<String> fault() {
      long missing = last.values().stream().filter(sequence -> sequence == 0).count();
      return missing > 0
          ? Optional.of("%d of %d events did not come".formatted(missing, last.size()))
          : wrong;
    }
  }
}
