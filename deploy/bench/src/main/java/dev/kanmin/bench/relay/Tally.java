package dev.kanmin.bench.relay;

import dev.kanmin.bench.relay.TopicTail.Findings;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Compares records, in the order of their partitions, with the subjects that should have come. */
final class Tally {
  private final Map<String, Long> last;
  private long firstMillis = Long.MAX_VALUE;
  private long repeated;
  private Optional<String> wrong = Optional.empty();

  Tally(Collection<String> subjects) {
    this.last = HashMap.newHashMap(subjects.size());
    subjects.forEach(subject -> last.put(subject, 0L));
  }

  void add(ConsumerRecord<byte[], byte[]> record) {
    firstMillis = Math.min(firstMillis, record.timestamp());
    var subject = new String(record.key(), StandardCharsets.UTF_8);
    long sequence = sequence(record);
    var before = last.get(subject);
    if (before == null) {
      wrong = Optional.of(subject + " came, which nobody stored");
    } else if (sequence == before + 1) {
      last.put(subject, sequence);
    } else if (sequence <= before) {
      repeated++;
    } else {
      wrong = Optional.of("%s: %d came after %d".formatted(subject, sequence, before));
    }
  }

  Findings findings() {
    long missing = last.values().stream().filter(sequence -> sequence == 0).count();
    var fault =
        missing > 0
            ? Optional.of("%d of %d events did not come".formatted(missing, last.size()))
            : wrong;
    return new Findings(firstMillis, repeated, fault);
  }

  private static long sequence(ConsumerRecord<byte[], byte[]> record) {
    var header = record.headers().lastHeader("ce_sequence");
    return Long.parseLong(new String(header.value(), StandardCharsets.UTF_8));
  }
}
