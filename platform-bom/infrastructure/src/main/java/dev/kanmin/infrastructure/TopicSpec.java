package dev.kanmin.infrastructure;

/**
 * A topic that must exist: records are kept for ever ({@code retention.ms=-1}, {@code
 * cleanup.policy=delete}).
 *
 * @param partitions at least 1, fixed for the topic's life: more would break the order per key
 */
public record TopicSpec(String name, int partitions) {
  public TopicSpec {
    if (name.isBlank() || partitions < 1) {
      throw new IllegalArgumentException(
          "a topic needs a name and at least one partition: " + name + ", " + partitions);
    }
  }
}
