package dev.kanmin.gateway.feed;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.ByteBufferDeserializer;

/**
 * Kafka clients with the settings on which the feed's promises rest.
 *
 * @param bootstrap brokers as {@code host:port}, comma separated
 * @param name tells the clients of one node from those of another in the broker's logs
 */
public record FeedClients(String bootstrap, String name) {
  static final String WRITER_GROUP = "kanmin-feed-writer";
  static final String TRANSACTIONAL_ID = "kanmin-feed-writer";

  /** Only decides who writes: its partition is paused, nothing is fetched or committed. */
  Consumer<byte[], byte[]> membership() {
    Map<String, Object> settings = consumer("membership");
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, WRITER_GROUP);
    settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        List.of(CooperativeStickyAssignor.class.getName()));
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500);
    settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 30_000);
    return consumer(settings);
  }

  /** A reader without a group, told what to read and from where; sees committed records only. */
  Consumer<byte[], byte[]> reader(String purpose) {
    return consumer(consumer(purpose));
  }

  /** The same for the feed, whose records are read where they were fetched and not copied. */
  Consumer<ByteBuffer, ByteBuffer> feed(String purpose) {
    return inPlace(consumer(purpose));
  }

  /**
   * The same, to follow the feed as fast as it goes: with small portions, because a collector moves
   * about whatever is under way.
   */
  public Consumer<ByteBuffer, ByteBuffer> tail(String purpose) {
    Map<String, Object> settings = consumer(purpose);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100);
    return inPlace(settings);
  }

  /**
   * The writer's producer. The one fixed transactional id fences whoever wrote before: of two nodes
   * which both believe to be the writer, only the later one can commit.
   */
  Producer<byte[], byte[]> transactions() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, name + "-feed-writer");
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    // a transaction that a dead writer left open hides what follows: not for long
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8_000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
    // the commit flushes: waiting for fuller batches would only add to each event's way
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 8L * 1024 * 1024);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 1_048_576);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private Map<String, Object> consumer(String purpose) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, name + "-" + purpose);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1024 * 1024);
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 * 1024 * 1024);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 8_000);
    settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    return settings;
  }

  private static Consumer<byte[], byte[]> consumer(Map<String, Object> settings) {
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static Consumer<ByteBuffer, ByteBuffer> inPlace(Map<String, Object> settings) {
    return new KafkaConsumer<>(
        settings, new ByteBufferDeserializer(), new ByteBufferDeserializer());
  }
}
