package dev.kanmin.events;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.springframework.beans.factory.InitializingBean;

/**
 * Refuses to start a service on a topic that would lose its events. Topics have one owner, which
 * creates them with {@code retention.ms=-1} and {@code cleanup.policy=delete}; a topic that came
 * into being otherwise has neither.
 */
final class TopicCheck implements InitializingBean {
  private final EventsProperties properties;

  TopicCheck(EventsProperties properties) {
    this.properties = properties;
  }

  @Override
  public void afterPropertiesSet() {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            properties.kafka(),
            "default.api.timeout.ms",
            30_000,
            "request.timeout.ms",
            10_000);
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, properties.topic());
    try (Admin admin = Admin.create(settings)) {
      Config found =
          admin.describeConfigs(List.of(topic)).all().get(40, TimeUnit.SECONDS).get(topic);
      if (found == null) {
        throw new IllegalStateException("Kafka does not describe the topic " + properties.topic());
      }
      require(found, "retention.ms", "-1");
      require(found, "cleanup.policy", "delete");
    } catch (ExecutionException failure) {
      throw new IllegalStateException(
          "The topic "
              + properties.topic()
              + " cannot be checked at "
              + properties.kafka()
              + ": "
              + failure.getCause(),
          failure);
    } catch (TimeoutException failure) {
      throw new IllegalStateException("Kafka does not answer at " + properties.kafka(), failure);
    } catch (InterruptedException failure) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "Interrupted while checking the topic " + properties.topic(), failure);
    }
  }

  private void require(Config found, String setting, String wanted) {
    String value = found.get(setting).value();
    if (!wanted.equals(value)) {
      throw new IllegalStateException(
          "The topic "
              + properties.topic()
              + " has "
              + setting
              + "="
              + value
              + ", must have "
              + wanted
              + ": events would be lost");
    }
  }
}
