package dev.kanmin.testkit.service;

import dev.kanmin.codes.services.Service;
import dev.kanmin.codes.services.ServiceList;
import dev.kanmin.events.wire.EventTypes;
import dev.kanmin.events.wire.Json;
import dev.kanmin.infrastructure.ServiceTopics;
import dev.kanmin.infrastructure.TopicSpec;
import dev.kanmin.testkit.Await;
import dev.kanmin.testkit.KafkaFixture;
import dev.kanmin.testkit.SpringService;
import dev.kanmin.testkit.StoreFixture;
import dev.kanmin.testkit.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;

/**
 * The real service on real HTTP, Kafka and a store. Its topics are those that the list of services
 * says, so that a missing one is told at once; its clock can be a story's.
 */
public final class RunningService implements AutoCloseable {
  /** Tokens are valid in any year of a story. */
  private static final Date LONG_AGO = Date.from(Instant.parse("2000-01-01T00:00:00Z"));

  private static final Date LONG_AFTER = Date.from(Instant.parse("2100-01-01T00:00:00Z"));
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Service listed;
  private final TestTokens tokens;
  private final KafkaFixture kafka;
  private final SpringService service;

  private RunningService(
      Service listed, TestTokens tokens, KafkaFixture kafka, SpringService service) {
    this.listed = listed;
    this.tokens = tokens;
    this.kafka = kafka;
    this.service = service;
  }

  /**
   * @param name in the list of services
   * @param application its boot class
   */
  public static Starting of(String name, Class<?> application) {
    return new Starting(ServiceList.kanmin().require(name), application);
  }

  /** A client of that agency with all rights that this service knows. */
  public ApiClient as(String agency) {
    return as(agency, ServiceList.kanmin().scopes().keySet().toArray(String[]::new));
  }

  public ApiClient as(String agency, String... scopes) {
    return ApiClient.withToken(url(), token(agency, scopes));
  }

  public ApiClient anonymous() {
    return ApiClient.anonymous(url());
  }

  public String token(String agency, String... scopes) {
    return tokens.token(
        claims ->
            claims
                .claim("agency", agency)
                .claim("client_id", agency)
                .subject(agency)
                .issueTime(LONG_AGO)
                .notBeforeTime(LONG_AGO)
                .expirationTime(LONG_AFTER),
        scopes);
  }

  /**
   * An event as it came on the bus.
   *
   * @param type its name without service and version, {@code mission-announced}
   */
  public record Published(String type, Map<String, String> headers, JsonNode data) {}

  /** The events of a subject in order and without repetitions, once there are so many. */
  public List<Published> published(String subject, int atLeast) {
    SortedMap<Long, Published> events = new TreeMap<>();
    Await.until(
        atLeast + " events of " + subject,
        PATIENCE,
        () -> {
          kafka
              .recordsOf(listed.topic(), subject)
              .forEach(
                  record -> {
                    Published event = published(record);
                    events.put(
                        Long.valueOf(event.headers().getOrDefault("ce_sequence", "0")), event);
                  });
          return events.size() >= atLeast;
        });
    return List.copyOf(events.values());
  }

  /** Their types alone. */
  public List<String> publishedTypes(String subject, int atLeast) {
    return published(subject, atLeast).stream().map(Published::type).toList();
  }

  public KafkaFixture kafka() {
    return kafka;
  }

  public String url() {
    return service.url();
  }

  public <T> T bean(Class<T> type) {
    return service.bean(type);
  }

  /** The story's clock, of a service that was started with one. */
  public StoryClock clock() {
    return (StoryClock) service.bean(Clock.class);
  }

  @Override
  public void close() {
    service.close();
    tokens.close();
  }

  private static Published published(ConsumerRecord<String, byte[]> record) {
    Map<String, String> headers = new LinkedHashMap<>();
    record
        .headers()
        .forEach(
            header ->
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    return new Published(
        EventTypes.shortName(headers.getOrDefault("ce_type", "")),
        headers,
        Json.events().readTree(record.value()));
  }

  /** A service that is about to start. */
  public static final class Starting {
    private final Service listed;
    private final SpringService.Starting starting;

    private Starting(Service listed, Class<?> application) {
      this.listed = listed;
      this.starting = SpringService.of(application);
    }

    /** A property, such as one that makes a timer look more often. */
    public Starting with(String name, String value) {
      starting.with(name, value);
      return this;
    }

    /**
     * Without its subscriptions, to its own events and to others': two services of one name in one
     * Java machine are one consumer group, and each would hear what the other waits for.
     */
    public Starting hearingNothing() {
      Stream.concat(Stream.of(listed.name()), listed.follows().stream())
          .forEach(
              topic ->
                  with(
                      "spring.cloud.stream.bindings." + topic + ".consumer.auto-startup", "false"));
      return this;
    }

    /** On a clock that the story moves. */
    public Starting at(Instant begin) {
      starting.bean(Clock.class, () -> new StoryClock(begin));
      return this;
    }

    /** With a part that the story plays, such as the post. */
    public <T> Starting bean(Class<T> type, Supplier<T> bean) {
      starting.bean(type, bean);
      return this;
    }

    public RunningService on(StoreFixture store) {
      TestTokens tokens = TestTokens.start();
      KafkaFixture kafka =
          KafkaFixture.shared().withTopics(ServiceTopics.of(listed).toArray(TopicSpec[]::new));
      SpringService running =
          starting
              .issuer(tokens)
              .with("kanmin.kafka", kafka.bootstrap())
              .with("kanmin.mongodb.uri", store.uri())
              .start();
      return new RunningService(listed, tokens, kafka, running);
    }
  }
}
