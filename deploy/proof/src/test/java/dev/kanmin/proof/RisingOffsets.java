package dev.kanmin.proof;

import static dev.kanmin.infrastructure.faults.Invariant.OFFSETS_RISE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Committed offsets as they were seen one after the other: none may be below one before it. */
final class RisingOffsets {
  private final Map<TopicPartition, Long> highest = new HashMap<>();
  private final List<Difference> differences = new ArrayList<>();

  void take(Map<TopicPartition, Long> committed) {
    committed.forEach(
        (partition, offset) -> {
          var before = highest.getOrDefault(partition, 0L);
          if (offset < before) {
            differences.add(
                new Difference(
                    OFFSETS_RISE,
                    "%s stepped back from %d to %d".formatted(partition, before, offset)));
          }
          highest.merge(partition, offset, Math::max);
        });
  }

  List<Difference> differences() {
    return List.copyOf(differences);
  }
}
