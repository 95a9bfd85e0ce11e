package dev.kanmin.bench.peers.delivery;

import dev.kanmin.bench.contest.Contestant;
import dev.kanmin.bench.contest.ContestantLoop;
import dev.kanmin.bench.contest.Sample;
import dev.kanmin.bench.contest.Settings;
import dev.kanmin.bench.contest.Stopwatch;
import dev.kanmin.bench.load.Latencies;
import dev.kanmin.bench.relay.StoredEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Records at a fixed rate from a plain producer to a plain consumer in the same Java machine, timed
 * from when each was due.
 */
public final class RawDelivery implements Contestant {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Producer<byte[], byte[]> producer;
  private final Map<String, Long> due = new ConcurrentHashMap<>();
  private final String topic;
  private final int rate;
  private final Duration time;
  private volatile Latencies latencies = new Latencies(1);
  private volatile boolean closing;

  private RawDelivery(Settings settings) {
    this.topic = settings.text("topic");
    this.rate = settings.number("rate");
    this.time = Duration.ofSeconds(settings.number("seconds"));
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", settings.text("kafka"),
                "acks", "all",
                "enable.idempotence", "true",
                "linger.ms", "0"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    var consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                settings.text("kafka"),
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                "false"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    var partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    Thread.ofPlatform().daemon().name("consumer").start(() -> consume(consumer));
  }

  public static void main(String[] arguments) {
    ContestantLoop.run(arguments, RawDelivery::new);
  }

  @Override
  public void warm(Duration atLeast) {
    run(atLeast);
  }

  /** The figure is the median in milliseconds. */
  @Override
  public Sample round() {
    return run(time);
  }

  private Sample run(Duration howLong) {
    int count = (int) (rate * howLong.toSeconds());
    latencies = new Latencies(count);
    var watch = Stopwatch.start();
    long begin = System.nanoTime();
    for (int number = 0; number < count; number++) {
      send(begin + number * 1_000_000_000L / rate);
    }
    producer.flush();
    boolean all = awaitAll(count);
    var spent = watch.rate(count);
    return Sample.of(latencies.percentileMillis(0.5), count, spent.cpuMicros())
        .with(Map.of("p99", latencies.percentileMillis(0.99)))
        .checked(
            all
                ? Optional.empty()
                : Optional.of("%d of %d records came".formatted(latencies.count(), count)));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // a record that is not sent does not come either
  private void send(long at) {
    var id = "obx_" + UUID.randomUUID();
    for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    due.put(id, at);
    producer.send(StoredEvents.record(topic, id));
  }

  private boolean awaitAll(int count) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (latencies.count() < count && System.nanoTime() < deadline) {
      LockSupport.parkNanos(POLL.toNanos());
    }
    return latencies.count() == count;
  }

  private void consume(KafkaConsumer<byte[], byte[]> consumer) {
    try (consumer) {
      while (!closing) {
        var records = consumer.poll(POLL);
        long now = System.nanoTime();
        records.forEach(
            record -> {
              var at = due.remove(new String(record.key(), StandardCharsets.UTF_8));
              if (at != null) {
                latencies.add(now - at);
              }
            });
      }
    }
  }

  @Override
  public void close() {
    closing = true;
    producer.close();
  }
}
