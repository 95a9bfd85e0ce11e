package dev.kanmin.proof;

import dev.kanmin.codes.services.TopicNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Looks into the Kafka of a system, from its own address and without any of Kanmin's own code but
 * the names of its topics.
 */
record Broker(String bootstrap) {
  static final String MISSIONS = Services.MISSIONS.topic();
  static final String ACTIVITIES = Services.ACTIVITIES.topic();
  static final String FEED = TopicNames.FEED;

  /** The group in which missions follow the activities, and where it puts poison aside. */
  static final String GROUP = Services.MISSIONS.name();

  static final String DEAD_LETTERS = TopicNames.deadLetters(ACTIVITIES, GROUP);

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** All committed records of a topic up to its present end. */
  EventLog log(String topic) {
    var log = new EventLog.Builder();
    read(topic, Map.of(), log::add);
    return log.build();
  }

  /**
   * The first committed records of a topic, partition by partition in order; not more than that.
   */
  List<ConsumerRecord<byte[], byte[]>> firstRecords(String topic, int most) {
    var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    read(
        topic,
        Map.of(),
        record -> {
          if (records.size() < most) {
            records.add(record);
          }
        });
    return records;
  }

  /**
   * Committed records up to the present end, partition by partition in order.
   *
   * @param from offsets to begin at; the beginning where none is given
   */
  List<ConsumerRecord<byte[], byte[]>> records(String topic, Map<TopicPartition, Long> from) {
    var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    read(topic, from, records::add);
    return records;
  }

  private void read(
      String topic,
      Map<TopicPartition, Long> from,
      Consumer<ConsumerRecord<byte[], byte[]>> taker) {
    try (var consumer = consumer()) {
      var partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions, PATIENCE);
      partitions.stream()
          // a topic that was made anew since then begins at 0 again
          .filter(partition -> from.getOrDefault(partition, 0L) <= ends.get(partition))
          .forEach(partition -> consumer.seek(partition, from.getOrDefault(partition, 0L)));
      var deadline = System.nanoTime() + PATIENCE.toNanos();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        var records = consumer.poll(Duration.ofMillis(50));
        // gigabytes of poison take their time; nothing for so long means that nothing comes
        if (!records.isEmpty()) {
          deadline = System.nanoTime() + PATIENCE.toNanos();
        } else if (System.nanoTime() > deadline) {
          throw new AssertionError("the end of " + topic + " was not reached");
        }
        records.forEach(taker);
      }
    }
  }

  /** Where a topic ends now. */
  Map<TopicPartition, Long> ends(String topic) {
    try (var consumer = consumer()) {
      return consumer.endOffsets(partitions(consumer, topic), PATIENCE);
    }
  }

  /** The end of the feed: rises by every event, and by the marks between. */
  long endOfFeed() {
    return ends(FEED).values().iterator().next();
  }

  /** How far the group has taken the activities: committed offsets. */
  static Map<TopicPartition, Long> committed(Admin admin) throws TimeoutException {
    try {
      var all =
          admin
              .listConsumerGroupOffsets(GROUP)
              .partitionsToOffsetAndMetadata()
              .get(5, TimeUnit.SECONDS);
      return all.entrySet().stream()
          .filter(entry -> entry.getValue() != null)
          .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
    } catch (ExecutionException e) {
      throw new TimeoutException("the broker does not answer: " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TimeoutException("interrupted");
    }
  }

  /** To put records on topics, as somebody could who may write there. */
  KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
            2 * 1024 * 1024),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  Admin admin() {
    return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<byte[], byte[]> consumer, String topic) {
    return consumer.partitionsFor(topic, PATIENCE).stream()
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .toList();
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }
}
