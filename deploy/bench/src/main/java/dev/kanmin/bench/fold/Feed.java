package dev.kanmin.bench.fold;

import dev.kanmin.codes.services.ServiceList;
import dev.kanmin.infrastructure.KafkaProcess;
import dev.kanmin.infrastructure.ServiceTopics;
import dev.kanmin.infrastructure.TopicSpec;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A broker of its own with a feed that is filled with a {@link FeedSample}, and no writer. */
public final class Feed implements AutoCloseable {
  /** What the gateway reads at its start. */
  public static final List<TopicSpec> TOPICS = ServiceTopics.all(ServiceList.kanmin());

  private final KafkaProcess kafka;
  private final Producer<byte[], byte[]> producer;
  private final FeedSample sample;
  private long end;
  private String last = "";

  /** On a broker of its own, which it closes; the feed is empty. */
  public Feed(KafkaProcess kafka, FeedSample sample) {
    this.kafka = kafka;
    this.sample = sample;
    kafka.createTopics(TOPICS);
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", kafka.bootstrap(),
                "acks", "all",
                "linger.ms", "5",
                "batch.size", "131072"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  public String bootstrap() {
    return kafka.bootstrap();
  }

  /** How many records there are: the feed has no holes. */
  public long end() {
    return end;
  }

  /** The last event, as a request names it that waits for it; empty when there is none. */
  public String last() {
    return last;
  }

  /** Subjects that the matrix must count now. */
  public long visible() {
    return sample.visible();
  }

  /** Adds so many records and returns when the broker has them. */
  public void add(int records) {
    var failed = new AtomicReference<@Nullable Exception>();
    @Nullable ProducerRecord<byte[], byte[]> record = null;
    for (int number = 0; number < records; number++) {
      record = sample.next();
      var _ =
          producer.send(
              record,
              (metadata, failure) -> {
                if (failure != null) {
                  failed.set(failure);
                }
              });
    }
    producer.flush();
    var failure = failed.get();
    if (failure != null) {
      throw new IllegalStateException("the feed could not be filled", failure);
    }
    end += records;
    if (record != null) {
      last = FeedSample.reference(record);
    }
  }

  @Override
  public void close() {
    producer.close();
    // nobody will read it again
    kafka.killForcibly();
  }
}
