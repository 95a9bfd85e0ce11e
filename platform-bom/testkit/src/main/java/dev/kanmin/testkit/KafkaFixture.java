package dev.kanmin.testkit;

import dev.kanmin.codes.services.ServiceList;
import dev.kanmin.infrastructure.KafkaProcess;
import dev.kanmin.infrastructure.Ports;
import dev.kanmin.infrastructure.ServiceTopics;
import dev.kanmin.infrastructure.TopicSpec;
import dev.kanmin.infrastructure.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A real Kafka broker for tests. The shared one starts once per Java machine at its first use, or
 * is the broker that {@code KANMIN_TEST_KAFKA} names; tests share its topics and keep to subjects
 * of their own.
 */
public final class KafkaFixture implements AutoCloseable {
  /** Bootstrap address of a broker to use instead of starting one. */
  public static final String VARIABLE = "KANMIN_TEST_KAFKA";

  private static final Duration POLL = Duration.ofMillis(50);

  private final String bootstrap;
  private final Optional<KafkaProcess> process;

  private KafkaFixture(String bootstrap, Optional<KafkaProcess> process) {
    this.bootstrap = bootstrap;
    this.process = process;
  }

  /** The broker that all test classes of this Java machine share. */
  public static KafkaFixture shared() {
    return Shared.FIXTURE;
  }

  /** A broker of the caller's own, to be hurt by fault tests and closed by the caller. */
  public static KafkaFixture own(Path folder) {
    var kafka = KafkaProcess.start(folder, Ports.free());
    return new KafkaFixture(kafka.bootstrap(), Optional.of(kafka));
  }

  public String bootstrap() {
    return bootstrap;
  }

  /** The broker's process, absent when {@code KANMIN_TEST_KAFKA} names somebody else's broker. */
  public Optional<KafkaProcess> process() {
    return process;
  }

  /** Makes sure that the topics exist; returns this fixture. */
  public KafkaFixture withTopics(TopicSpec... topics) {
    Topics.create(bootstrap, List.of(topics));
    return this;
  }

  /** Makes sure of the topics that a listed service finds at its start; returns this fixture. */
  public KafkaFixture withTopicsOf(String service) {
    Topics.create(bootstrap, ServiceTopics.of(ServiceList.kanmin().require(service)));
    return this;
  }

  /** Makes sure of the topics of all listed services and of the feed; returns this fixture. */
  public KafkaFixture withAllTopics() {
    Topics.create(bootstrap, ServiceTopics.all(ServiceList.kanmin()));
    return this;
  }

  /**
   * A producer with {@code acks=all}; the caller closes it. One request at a time: of two on their
   * way to a topic just made the first can be refused for want of a leader and the second taken,
   * and then the first is never taken any more.
   */
  public KafkaProducer<String, byte[]> producer() {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
            1),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  /**
   * All records of a topic up to its present end, partition by partition in order; aborted ones are
   * left out.
   */
  public List<ConsumerRecord<String, byte[]>> records(String topic) {
    try (var consumer = consumer()) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var records = new ArrayList<ConsumerRecord<String, byte[]>>();
      Await.until(
          "the end of topic " + topic,
          Duration.ofSeconds(30),
          () -> {
            consumer.poll(POLL).forEach(records::add);
            return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
          });
      return records;
    }
  }

  /** The records of one subject on a topic, in order, as far as there are any now. */
  public List<ConsumerRecord<String, byte[]>> recordsOf(String topic, String subject) {
    return records(topic).stream().filter(record -> subject.equals(record.key())).toList();
  }

  /**
   * Waits until a subject has at least so many records on a topic.
   *
   * @throws AssertionError when they do not come in time
   */
  public List<ConsumerRecord<String, byte[]>> awaitRecords(
      String topic, String subject, int atLeast, Duration atMost) {
    try (var consumer = consumer()) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var found = new ArrayList<ConsumerRecord<String, byte[]>>();
      Await.until(
          "%d records of %s on %s".formatted(atLeast, subject, topic),
          atMost,
          () -> {
            consumer.poll(POLL).forEach(record -> keep(record, subject, found));
            return found.size() >= atLeast;
          });
      return found;
    }
  }

  private static void keep(
      ConsumerRecord<String, byte[]> record,
      String subject,
      List<ConsumerRecord<String, byte[]>> found) {
    if (subject.equals(record.key())) {
      found.add(record);
    }
  }

  private KafkaConsumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false"),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  @Override
  public void close() {
    process.ifPresent(KafkaProcess::close);
  }

  private static final class Shared {
    static final KafkaFixture FIXTURE = start();

    private static KafkaFixture start() {
      var given = System.getenv(VARIABLE);
      if (given != null && !given.isBlank()) {
        return new KafkaFixture(given, Optional.empty());
      }
      var fixture = own(TestFolder.make("kafka"));
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> fixture.process().ifPresent(KafkaProcess::killForcibly)));
      return fixture;
    }
  }
}
