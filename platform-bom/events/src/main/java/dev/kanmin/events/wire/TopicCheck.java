package dev.kanmin.events.wire;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Looks at the topics of a service before anything is read or written. They have one owner, which
 * creates them with {@code retention.ms=-1} and {@code cleanup.policy=delete}; a topic that came
 * into being otherwise has neither and would lose events.
 */
public final class TopicCheck {
  private static final int PATIENCE_SECONDS = 40;
  private static final Map<String, String> KEPT_FOR_EVER =
      Map.of("retention.ms", "-1", "cleanup.policy", "delete");

  /** A topic that was made just now is not known to every broker yet. */
  private static final Duration NEWS = Duration.ofSeconds(5);

  private static final long AGAIN_MILLIS = 100;

  private final String bootstrap;
  private final Duration news;

  public TopicCheck(String bootstrap) {
    this(bootstrap, NEWS);
  }

  TopicCheck(String bootstrap, Duration news) {
    this.bootstrap = bootstrap;
    this.news = news;
  }

  /**
   * What a service publishes to.
   *
   * @throws IllegalStateException in one line, if it is not there or would lose events
   */
  public void published(String topic) {
    try (Admin admin = admin()) {
      requireKeptForEver(admin, topic);
    }
  }

  /**
   * What a service follows, and where it puts aside what it cannot take: every record in the
   * partition that it came from.
   *
   * @throws IllegalStateException in one line, if one of the two is not there, or the second one is
   *     narrower or would lose events
   */
  public void followed(String topic, String deadLetters) {
    try (Admin admin = admin()) {
      int source = partitions(admin, topic);
      int aside = partitions(admin, deadLetters);
      if (aside < source) {
        throw new IllegalStateException(
            "The topic %s has %d partitions and %s has %d: what comes from the others could not be put aside. Give it %d."
                .formatted(deadLetters, aside, topic, source, source));
      }
      requireKeptForEver(admin, deadLetters);
    }
  }

  private Admin admin() {
    return Admin.create(
        Map.of(
            "bootstrap.servers",
            bootstrap,
            "default.api.timeout.ms",
            30_000,
            "request.timeout.ms",
            10_000));
  }

  private int partitions(Admin admin, String topic) {
    return answer(topic, () -> admin.describeTopics(List.of(topic)).topicNameValues().values())
        .partitions()
        .size();
  }

  private void requireKeptForEver(Admin admin, String topic) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    Config found = answer(topic, () -> admin.describeConfigs(List.of(resource)).values().values());
    KEPT_FOR_EVER.forEach(
        (setting, wanted) -> {
          String value = found.get(setting).value();
          if (!wanted.equals(value)) {
            throw new IllegalStateException(
                "The topic %s has %s=%s, must have %s: events would be lost"
                    .formatted(topic, setting, value, wanted));
          }
        });
  }

  private <T> T answer(String topic, Supplier<Collection<KafkaFuture<T>>> question) {
    long end = System.nanoTime() + news.toNanos();
    try {
      while (true) {
        try {
          return question.get().iterator().next().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
          if (!(failure.getCause() instanceof UnknownTopicOrPartitionException)) {
            throw new IllegalStateException(
                "The topic %s cannot be checked at %s: %s"
                    .formatted(topic, bootstrap, failure.getCause()),
                failure);
          }
          if (System.nanoTime() > end) {
            throw new IllegalStateException(
                "The topic %s is not there: whoever owns the topics must create it first"
                    .formatted(topic));
          }
        }
        Thread.sleep(AGAIN_MILLIS);
      }
    } catch (TimeoutException failure) {
      throw new IllegalStateException("Kafka does not answer at " + bootstrap, failure);
    } catch (InterruptedException failure) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while checking the topic " + topic, failure);
    }
  }
}
