package dev.kanmin.events.aggregates;

import dev.kanmin.events.wire.EventEnvelope;
import dev.kanmin.events.wire.EventHeaders;
import dev.kanmin.events.wire.KafkaClients;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Everything on a topic, by subject, in the order of the topic; read on whenever it is judged. */
public final class SentEvents implements AutoCloseable {
  private final Consumer<byte[], byte[]> reader =
      KafkaClients.reader(Parts.bootstrap(), "crash-judge");
  private final List<TopicPartition> partitions;
  private final Map<String, List<Sent>> bySubject = new LinkedHashMap<>();

  /** One record. */
  public record Sent(EventEnvelope envelope, String data) {
    public long sequence() {
      return envelope.sequence();
    }
  }

  public SentEvents(String topic, int partitionCount) {
    partitions =
        IntStream.range(0, partitionCount)
            .mapToObj(partition -> new TopicPartition(topic, partition))
            .toList();
    reader.assign(partitions);
    reader.seekToBeginning(partitions);
  }

  /** Reads on to what is the end now. */
  public Map<String, List<Sent>> now() {
    Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
    while (partitions.stream()
        .anyMatch(partition -> reader.position(partition) < ends.get(partition))) {
      reader.poll(Duration.ofMillis(20)).forEach(this::take);
    }
    return bySubject;
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    EventEnvelope envelope = EventHeaders.read(record.headers());
    bySubject
        .computeIfAbsent(envelope.subject(), subject -> new ArrayList<>())
        .add(new Sent(envelope, new String(record.value(), StandardCharsets.UTF_8)));
  }

  /** As a consumer sees them, which takes a sequence lower than or equal to the last for a copy. */
  public static List<Sent> withoutCopies(List<Sent> sent) {
    List<Sent> taken = new ArrayList<>();
    for (Sent event : sent) {
      if (taken.isEmpty() || event.sequence() > taken.getLast().sequence()) {
        taken.add(event);
      }
    }
    return taken;
  }

  @Override
  public void close() {
    reader.close();
  }
}
