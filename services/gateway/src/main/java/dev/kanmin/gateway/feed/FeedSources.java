package dev.kanmin.gateway.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * The topics that a reign copies from. One that is not there holds up no other: it is told, and
 * looked for again and again. So a topic that was created just now, which the broker may not know
 * yet, is found a moment later.
 */
final class FeedSources {
  private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(1).toNanos();

  private final Consumer<byte[], byte[]> consumer;
  private final CopyState state;
  private final FeedWriterLog log;
  private final Set<String> missing;
  private long looked;

  /** Nothing is read before the first {@link #look}. */
  FeedSources(
      Consumer<byte[], byte[]> consumer, List<String> topics, CopyState state, FeedWriterLog log) {
    this.consumer = consumer;
    this.state = state;
    this.log = log;
    this.missing = new LinkedHashSet<>(topics);
  }

  /** Takes on what is there now of what was not, behind what is in the feed of it. */
  void look() {
    looked = System.nanoTime();
    List<TopicPartition> found = new ArrayList<>();
    for (String topic : List.copyOf(missing)) {
      List<PartitionInfo> partitions = consumer.partitionsFor(topic);
      if (partitions != null && !partitions.isEmpty()) {
        missing.remove(topic);
        partitions.forEach(info -> found.add(new TopicPartition(topic, info.partition())));
      }
    }
    assign(found);
    log.missing(missing);
  }

  private void assign(List<TopicPartition> found) {
    if (found.isEmpty()) {
      return;
    }
    Set<TopicPartition> all = new LinkedHashSet<>(consumer.assignment());
    all.addAll(found);
    consumer.assign(all);
    for (TopicPartition partition : found) {
      state
          .lastOffset(partition)
          .ifPresentOrElse(
              offset -> consumer.seek(partition, offset + 1),
              () -> consumer.seekToBeginning(List.of(partition)));
    }
  }

  /** What has come meanwhile, from all that are there. */
  ConsumerRecords<byte[], byte[]> poll(Duration patience) {
    if (!missing.isEmpty() && System.nanoTime() - looked > LOOK_AGAIN_NANOS) {
      look();
    }
    if (consumer.assignment().isEmpty()) {
      LockSupport.parkNanos(patience.toNanos());
      return ConsumerRecords.empty();
    }
    return consumer.poll(patience);
  }
}
