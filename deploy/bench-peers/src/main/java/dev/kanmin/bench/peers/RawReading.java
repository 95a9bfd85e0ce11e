package dev.kanmin.bench.peers;

import dev.kanmin.bench.contest.Contestant;
import dev.kanmin.bench.contest.ContestantLoop;
import dev.kanmin.bench.contest.Sample;
import dev.kanmin.bench.contest.Settings;
import dev.kanmin.bench.contest.Stopwatch;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The least that a reader of the feed's data does: it fetches in portions as large as the
 * gateway's, and reads every name, text and number of each record's JSON with a streaming parser. A
 * round is what has come since the round before.
 */
public final class RawReading implements Contestant {
  private static final TokenStreamFactory JSON = JsonMapper.shared().tokenStreamFactory();
  private static final Duration PATIENCE = Duration.ofMillis(100);

  private final TopicPartition partition;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private long done;
  private long characters;

  private RawReading(Settings settings) {
    this.partition = new TopicPartition(settings.text("topic"), 0);
    this.consumer =
        new KafkaConsumer<>(
            new HashMap<String, Object>(
                Map.of(
                    "bootstrap.servers",
                    settings.text("kafka"),
                    "isolation.level",
                    "read_committed",
                    "enable.auto.commit",
                    "false",
                    "max.poll.records",
                    "500",
                    "max.partition.fetch.bytes",
                    Integer.toString(1024 * 1024),
                    "fetch.max.bytes",
                    Integer.toString(4 * 1024 * 1024))),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(List.of(partition));
  }

  public static void main(String[] arguments) {
    ContestantLoop.run(arguments, RawReading::new);
  }

  @Override
  public void warm(Duration atLeast) {
    long until = System.nanoTime() + atLeast.toNanos();
    do {
      read(0, end(), until);
    } while (System.nanoTime() < until);
    done = end();
  }

  @Override
  public Sample round() {
    long begin = done;
    long end = end();
    var watch = Stopwatch.start();
    long read = read(begin, end, Long.MAX_VALUE);
    var sample = watch.rate(end - begin);
    done = end;
    return sample.checked(
        read == end - begin && characters > 0
            ? Optional.empty()
            : Optional.of("%d of %d records were read".formatted(read, end - begin)));
  }

  private long end() {
    return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
  }

  private long read(long begin, long end, long untilNanos) {
    consumer.seek(partition, begin);
    long read = 0;
    while (consumer.position(partition) < end && System.nanoTime() < untilNanos) {
      for (var record : consumer.poll(PATIENCE)) {
        parse(record);
        read++;
      }
    }
    return read;
  }

  private void parse(ConsumerRecord<byte[], byte[]> record) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), record.value())) {
      for (var token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.PROPERTY_NAME) {
          characters += json.currentName().length();
        } else if (token == JsonToken.VALUE_STRING) {
          characters += json.getString().length();
        } else if (token.isNumeric()) {
          characters += json.getDecimalValue().scale() + 1;
        }
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
