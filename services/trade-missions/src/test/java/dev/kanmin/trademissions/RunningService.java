package dev.kanmin.trademissions;

import dev.kanmin.infrastructure.TopicSpec;
import dev.kanmin.testkit.Await;
import dev.kanmin.testkit.KafkaFixture;
import dev.kanmin.testkit.SpringService;
import dev.kanmin.testkit.StoreFixture;
import dev.kanmin.testkit.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The real service on real HTTP, Kafka and a store, with a story's clock. */
final class RunningService implements AutoCloseable {
  static final String OWN_TOPIC = "kanmin.trade-missions";
  static final String ODA_TOPIC = "kanmin.oda-linkage";
  static final String DEAD_LETTERS = "kanmin.oda-linkage.trade-missions.dlt";

  private static final Date LONG_AGO = Date.from(Instant.parse("2026-01-01T00:00:00Z"));
  private static final Date LONG_AFTER = Date.from(Instant.parse("2029-01-01T00:00:00Z"));

  private final TestTokens tokens;
  private final KafkaFixture kafka;
  private final SpringService service;

  private RunningService(TestTokens tokens, KafkaFixture kafka, SpringService service) {
    this.tokens = tokens;
    this.kafka = kafka;
    this.service = service;
  }

  static RunningService on(StoreFixture store) {
    TestTokens tokens = TestTokens.start();
    KafkaFixture kafka =
        KafkaFixture.shared()
            .withTopics(
                new TopicSpec(OWN_TOPIC, 3),
                new TopicSpec(ODA_TOPIC, 3),
                new TopicSpec(DEAD_LETTERS, 3));
    SpringService service =
        SpringService.of(StoryClock.Application.class)
            .issuer(tokens)
            .with("kanmin.kafka", kafka.bootstrap())
            .with("kanmin.mongodb.uri", store.uri())
            .with("trade-missions.offer-check", "200ms")
            .start();
    return new RunningService(tokens, kafka, service);
  }

  /**
   * The events of a subject in order, without repetitions, once there are so many.
   *
   * @return the records' types without what they have in common
   */
  List<String> publishedTypes(String subject, int events) {
    SortedMap<Long, String> types = new TreeMap<>();
    Await.until(
        events + " events of " + subject,
        Duration.ofSeconds(20),
        () -> {
          kafka
              .recordsOf(OWN_TOPIC, subject)
              .forEach(
                  it ->
                      types.put(
                          Long.valueOf(header(it, "ce_sequence")),
                          header(it, "ce_type")
                              .replace("dev.kanmin.trade-missions.", "")
                              .replace(".v1", "")));
          return types.size() >= events;
        });
    return List.copyOf(types.values());
  }

  private static String header(ConsumerRecord<String, byte[]> message, String name) {
    return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  /** A client of that agency with all rights that clients of agencies have. */
  Api as(String agency) {
    return as(agency, "missions:read missions:write operations:read operations:write");
  }

  Api as(String agency, String scopes) {
    // valid in any month of a story
    String token =
        tokens.token(
            claims ->
                claims
                    .claim("agency", agency)
                    .claim("client_id", agency)
                    .subject(agency)
                    .issueTime(LONG_AGO)
                    .notBeforeTime(LONG_AGO)
                    .expirationTime(LONG_AFTER),
            scopes);
    return new Api(service.url(), token);
  }

  StoryClock clock() {
    return service.bean(StoryClock.class);
  }

  <T> T bean(Class<T> type) {
    return service.bean(type);
  }

  KafkaFixture kafka() {
    return kafka;
  }

  String url() {
    return service.url();
  }

  @Override
  public void close() {
    service.close();
    tokens.close();
  }
}
