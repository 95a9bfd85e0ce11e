package dev.kanmin.bench.peers;

import dev.kanmin.bench.contest.Contestant;
import dev.kanmin.bench.contest.ContestantLoop;
import dev.kanmin.bench.contest.Sample;
import dev.kanmin.bench.contest.Settings;
import dev.kanmin.bench.contest.Stopwatch;
import dev.kanmin.bench.relay.StoredEvents;
import dev.kanmin.bench.relay.TopicTail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What the broker allows: a plain producer with the same acknowledgement, told to send as fast as
 * it can.
 */
public final class RawProduction implements Contestant {
  private final Producer<byte[], byte[]> producer;
  private final TopicTail tail;
  private final String topic;
  private final int events;

  private RawProduction(Settings settings) {
    this.topic = settings.text("topic");
    this.events = settings.number("events");
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", settings.text("kafka"),
                "acks", "all",
                "enable.idempotence", "true",
                // here nobody waits for a single record: let batches fill
                "linger.ms", "5",
                "batch.size", "131072"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    this.tail = new TopicTail(settings.text("kafka"), topic);
  }

  public static void main(String[] arguments) {
    ContestantLoop.run(arguments, RawProduction::new);
  }

  @Override
  public Sample round() {
    tail.mark();
    var ids = IntStream.range(0, events).mapToObj(number -> "obx_" + UUID.randomUUID()).toList();
    var watch = Stopwatch.start();
    var failed = send(ids);
    var sample = watch.rate(events);
    return sample.checked(failed.or(() -> tail.check(ids).fault()));
  }

  private Optional<String> send(List<String> ids) {
    var failed = new AtomicReference<Optional<String>>(Optional.empty());
    for (var id : ids) {
      var _ =
          producer.send(
              StoredEvents.record(topic, id),
              (metadata, failure) -> {
                if (failure != null) {
                  failed.set(Optional.of(failure.toString()));
                }
              });
    }
    producer.flush();
    return failed.get();
  }

  @Override
  public void close() {
    tail.close();
    producer.close();
  }
}
