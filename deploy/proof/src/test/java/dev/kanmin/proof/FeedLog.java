package dev.kanmin.proof;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The feed as it lies in Kafka, read without any of Kanmin's own code: what the system is judged
 * by.
 */
record FeedLog(List<Event> events) {
  static final String FEED = "kanmin.feed";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * One record.
   *
   * @param position its offset
   * @param source the service, {@code /trade-missions}
   */
  record Event(
      long position, String source, String subject, long sequence, String type, byte[] value) {

    /** As {@code Kanmin-Event} names it. */
    String reference() {
      return source + "/" + subject + "/" + sequence;
    }

    JsonNode data() {
      return JsonMapper.shared().readTree(value);
    }

    private static Event of(ConsumerRecord<String, byte[]> record) {
      return new Event(
          record.offset(),
          header(record, "ce_source"),
          header(record, "ce_subject"),
          Long.parseLong(header(record, "ce_sequence")),
          header(record, "ce_type"),
          record.value());
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
      return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
  }

  static FeedLog read(LocalSystem system) {
    return read(system, FEED);
  }

  /** All committed records of a topic up to its present end, partition by partition in order. */
  static FeedLog read(LocalSystem system, String topic) {
    try (var consumer = consumer(system)) {
      var partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions, PATIENCE);
      var events = new ArrayList<Event>();
      var deadline = System.nanoTime() + PATIENCE.toNanos();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError("the end of " + topic + " was not reached");
        }
        consumer.poll(Duration.ofMillis(50)).forEach(record -> events.add(Event.of(record)));
      }
      return new FeedLog(events);
    }
  }

  /** The end of the feed: rises by every event, and by the marks between. */
  static long end(LocalSystem system) {
    try (var consumer = consumer(system)) {
      var feed = partitions(consumer, FEED);
      return consumer.endOffsets(feed, PATIENCE).values().iterator().next();
    }
  }

  Map<String, List<Event>> bySubject() {
    return events.stream().collect(Collectors.groupingBy(Event::subject));
  }

  Set<String> references() {
    return events.stream().map(Event::reference).collect(Collectors.toSet());
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<String, byte[]> consumer, String topic) {
    return consumer.partitionsFor(topic, PATIENCE).stream()
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .toList();
  }

  private static KafkaConsumer<String, byte[]> consumer(LocalSystem system) {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, system.state().kafka(),
            ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false"),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }
}
