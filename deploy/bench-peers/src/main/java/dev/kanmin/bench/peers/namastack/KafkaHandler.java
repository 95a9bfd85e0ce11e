package dev.kanmin.bench.peers.namastack;

import dev.kanmin.bench.relay.StoredEvents;
import io.namastack.outbox.handler.OutboxRecordMetadata;
import io.namastack.outbox.handler.OutboxTypedHandler;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;

/**
 * Publishes one record and waits for its acknowledgement, for what it returns from is taken as
 * done. The library calls it for many keys at once.
 */
final class KafkaHandler implements OutboxTypedHandler<Happened> {
  private final Producer<byte[], byte[]> producer;
  private final String topic;

  KafkaHandler(Producer<byte[], byte[]> producer, String topic) {
    this.producer = producer;
    this.topic = topic;
  }

  @Override
  public void handle(Happened event, OutboxRecordMetadata metadata) {
    try {
      producer
          .send(StoredEvents.record(topic, event.subject(), event.data()))
          .get(30, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("not sent: " + metadata.getKey(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
