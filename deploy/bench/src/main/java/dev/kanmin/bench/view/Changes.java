package dev.kanmin.bench.view;

import dev.kanmin.bench.stage.Measured;
import dev.kanmin.events.wire.EventEnvelope;
import dev.kanmin.events.wire.EventHeaders;
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
  private static final String TOPIC = Measured.MISSIONS.topic();
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
    var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    var envelope =
        new EventEnvelope(
            "/" + Measured.MISSIONS.name(),
            "dev.kanmin." + Measured.MISSIONS.name() + ".deadline-extended.v1",
            mission,
            sequence,
            now,
            "https://kanmin.dev/schemas/" + Measured.MISSIONS.name() + "/deadline-extended.v1.json",
            mission,
            Optional.empty(),
            "jica/jica",
            Optional.empty());
    var data = data(deadline, now);
    var record = new ProducerRecord<>(TOPIC, bytes(mission), bytes(data));
    EventHeaders.of(envelope).forEach((name, value) -> record.headers().add(name, bytes(value)));
    var _ = producer.send(record);
    made++;
  }

  private static String data(Instant deadline, Instant now) {
    return """
      {"deadline":{"at":"%s","zone":"Asia/Tokyo"},\
      "card":{"v":1,"kind":"mission","title":{"en":"[Sample] Mission"},"state":"announced",\
      "countries":[{"code":"VN"}],"fields":[{"code":"endoscopy"}],\
      "responsible":[{"agency":"jetro","office":"sample","officeName":{"en":"Office"},"role":"organiser"}],\
      "dates":[{"what":"applications-close","at":"%s","zone":"Asia/Tokyo"},{"what":"begins","on":"2029-03-01"}],\
      "figures":[{"what":"places","amount":"20"}],"facets":{"mission-kinds":["outward-mission"]},\
      "audience":"partner",\
      "last":{"event":"deadline-extended","at":"%s","by":"jica","from":"announced"}}}"""
        .formatted(deadline, deadline, now);
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
