package dev.kanmin.events.wire;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka clients with the settings on which the relay's promises rest. */
public final class KafkaClients {
  private KafkaClients() {}

  /**
   * A producer whose acknowledgement means that every in-sync replica has the record, and whose
   * retries neither repeat nor reorder.
   */
  public static Producer<byte[], byte[]> producer(String bootstrap, String clientId) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // the answer of a command should reach the picture soon: batches form under load by themselves
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 16L * 1024 * 1024);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 1024 * 1024);
    // a failure is not final, the outbox keeps the event: give up early rather than block
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
    // a broker that is back should not wait for us
    settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 200);
    settings.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 200);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** A reader without a group: it is told what to read. */
  public static Consumer<byte[], byte[]> reader(String bootstrap, String clientId) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("enable.auto.commit", "false");
    settings.put("isolation.level", "read_committed");
    settings.put("auto.offset.reset", "earliest");
    settings.put("bootstrap.servers", bootstrap);
    settings.put("client.id", clientId);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
