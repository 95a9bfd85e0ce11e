package dev.kanmin.events;

import dev.kanmin.codes.services.TopicNames;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a service must know of its surroundings. Defaults stand in {@code events.properties} beside
 * this class.
 *
 * @param service its name, such as {@code trade-missions}: its database, its topic {@code
 *     kanmin.trade-missions} and its CloudEvents source are called after it
 * @param kafka bootstrap servers, {@code host:port,…}; environment {@code KANMIN_KAFKA}
 * @param mongodb where the store is
 * @param relay how the relay works
 */
@ConfigurationProperties("kanmin")
public record EventsProperties(String service, String kafka, Mongodb mongodb, RelayTimes relay) {

  /**
   * Takes the values if there is a name.
   *
   * @throws IllegalArgumentException without one
   */
  public EventsProperties {
    if (service == null || service.isBlank()) {
      throw new IllegalArgumentException(
          "kanmin.service is missing: application.yaml says what the service is called");
    }
  }

  /**
   * The store.
   *
   * @param uri connection string; environment {@code KANMIN_MONGODB_URI}. Must demand {@code
   *     w=majority&journal=true}: acknowledged means durable
   */
  public record Mongodb(String uri) {}

  /**
   * Times of the relay.
   *
   * @param sweepInterval how often it looks for what a crash left
   * @param sweepOlderThan leaves younger outboxes to whoever wrote them
   */
  public record RelayTimes(Duration sweepInterval, Duration sweepOlderThan) {}

  /** The topic this service publishes to. */
  public String topic() {
    return TopicNames.of(service);
  }
}
