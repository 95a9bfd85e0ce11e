package dev.kanmin.infrastructure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RetriableException;

/** The one owner of the topics on a broker: creates what is missing and checks what is there. */
public final class Topics {
  private static final int PATIENCE_SECONDS = 30;
  private static final short ONE_REPLICA = 1;
  private static final Map<String, String> KEPT_FOR_EVER =
      Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1", TopicConfig.CLEANUP_POLICY_CONFIG, "delete");

  private Topics() {}

  /**
   * Makes sure that the topics exist with these partitions, and that their leaders take records.
   * Running it again changes nothing.
   *
   * @throws IllegalStateException naming the topic when one exists with another number of
   *     partitions
   */
  public static void create(String bootstrap, List<TopicSpec> topics) {
    try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
      var existing = answer(admin.listTopics().names());
      var known = topics.stream().map(TopicSpec::name).filter(existing::contains).toList();
      var descriptions = answer(admin.describeTopics(known).allTopicNames());
      topics.forEach(topic -> checkPartitions(topic, descriptions));
      var missing =
          topics.stream()
              .filter(topic -> !existing.contains(topic.name()))
              .map(
                  topic ->
                      new NewTopic(topic.name(), topic.partitions(), ONE_REPLICA)
                          .configs(KEPT_FOR_EVER))
              .collect(Collectors.toSet());
      answer(admin.createTopics(missing).all());
      awaitLeaders(admin, missing);
    }
  }

  /**
   * A broker knows of a topic before it leads its partitions. Of two batches of a producer that
   * come in between, the first can be refused and the second taken: then the first is out of order
   * for ever.
   */
  private static void awaitLeaders(Admin admin, Set<NewTopic> topics) {
    var ends =
        topics.stream()
            .flatMap(
                topic ->
                    IntStream.range(0, topic.numPartitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
            .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
    Conditions.await(
        "the leaders of " + ends.keySet(),
        Duration.ofSeconds(PATIENCE_SECONDS),
        () -> areLed(admin, ends));
  }

  /** Whether each has a leader that answers; a broker may not even know the topic yet. */
  private static boolean areLed(Admin admin, Map<TopicPartition, OffsetSpec> ends) {
    try {
      answer(admin.listOffsets(ends).all());
      return true;
    } catch (IllegalStateException refused) {
      if (refused.getCause() instanceof ExecutionException failure
          && failure.getCause() instanceof RetriableException) {
        return false;
      }
      throw refused;
    }
  }

  private static void checkPartitions(TopicSpec topic, Map<String, TopicDescription> descriptions) {
    var description = descriptions.get(topic.name());
    if (description != null && description.partitions().size() != topic.partitions()) {
      throw new IllegalStateException(
          "topic %s exists with %d partitions, but %d are expected: changing it would break the order per key"
              .formatted(topic.name(), description.partitions().size(), topic.partitions()));
    }
  }

  private static <T> T answer(KafkaFuture<T> future) {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Kafka refused: " + e.getMessage(), e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("Kafka did not answer within " + PATIENCE_SECONDS + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for Kafka", e);
    }
  }
}
