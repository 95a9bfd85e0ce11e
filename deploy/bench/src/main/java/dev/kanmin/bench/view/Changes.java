package dev.kanmin.bench.view;

import dev.kanmin.events.EventEnvelope;
import dev.kanmin.events.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Events of missions at a fixed rate, as the missions' service would publish them: each moves a
 * deadline. They come without commands, so that the processor time of the commands is on neither
 * side of a comparison.
 */
final class Changes implements AutoCloseable {
  private static final String TOPIC = "kanmin.trade-missions";
  private static final Instant FIRST_DEADLINE = Instant.parse("2029-01-01T00:00:00Z");

  private final List<String> missions;
  private final Producer<byte[], byte[]> producer;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private long made;

  /**
   * Begins to publish.
   *
   * @param missions their next event is the third
   */
  Changes(String kafka, List<String> missions, int perSecond) {
    this.missions = List.copyOf(missions);
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka, "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    var _ =
        clock.scheduleAtFixedRate(this::publish, 0, 1_000_000 / perSecond, TimeUnit.MICROSECONDS);
  }

  private void publish() {
    var mission = missions.get((int) (made % missions.size()));
    long sequence = 3 + made / missions.size();
    var deadline = FIRST_DEADLINE.plusSeconds(sequence);
    var envelope =
        new EventEnvelope(
            "/trade-missions",
            "dev.kanmin.trade-missions.deadline-extended.v1",
            mission,
            sequence,
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            "https://kanmin.dev/schemas/trade-missions/deadline-extended.v1.json",
            mission,
            Optional.empty(),
            "jica/jica",
            Optional.empty());
    var data = "{\"deadline\":{\"at\":\"%s\",\"zone\":\"Asia/Tokyo\"}}".formatted(deadline);
    var record = new ProducerRecord<>(TOPIC, bytes(mission), bytes(data));
    EventHeaders.of(envelope).forEach((name, value) -> record.headers().add(name, bytes(value)));
    var _ = producer.send(record);
    made++;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    clock.shutdownNow();
    producer.close();
  }
}
