package dev.kanmin.odalinkage;

import dev.kanmin.infrastructure.TopicSpec;
import dev.kanmin.testkit.KafkaFixture;
import dev.kanmin.testkit.SpringService;
import dev.kanmin.testkit.StoreFixture;
import dev.kanmin.testkit.TestTokens;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The real service on real HTTP, Kafka and a store. */
final class RunningService implements AutoCloseable {
  static final String TOPIC = "kanmin.oda-linkage";

  private static final Map<StoreFixture, RunningService> SHARED = new ConcurrentHashMap<>();

  private final TestTokens tokens;
  private final KafkaFixture kafka;
  private final SpringService service;

  private RunningService(TestTokens tokens, KafkaFixture kafka, SpringService service) {
    this.tokens = tokens;
    this.kafka = kafka;
    this.service = service;
  }

  static RunningService on(StoreFixture store, Map<String, String> settings) {
    TestTokens tokens = TestTokens.start();
    KafkaFixture kafka = KafkaFixture.shared().withTopics(new TopicSpec(TOPIC, 3));
    SpringService.Starting starting =
        SpringService.of(OdaLinkage.class)
            .issuer(tokens)
            .with("kanmin.kafka", kafka.bootstrap())
            .with("kanmin.mongodb.uri", store.uri());
    settings.forEach(starting::with);
    return new RunningService(tokens, kafka, starting.start());
  }

  static RunningService on(StoreFixture store) {
    return on(store, Map.of());
  }

  /** One service per store, which the test classes of this Java machine share. */
  static RunningService shared(StoreFixture store) {
    return SHARED.computeIfAbsent(store, RunningService::on);
  }

  /** A client of that agency that may read and write activities. */
  Api as(String agency) {
    return as(agency, "activities:read", "activities:write");
  }

  Api as(String agency, String... scopes) {
    return new Api(service.url(), tokens.token(agency, scopes));
  }

  String token(String agency) {
    return tokens.token(agency, "activities:read", "activities:write");
  }

  KafkaFixture kafka() {
    return kafka;
  }

  <T> T bean(Class<T> type) {
    return service.bean(type);
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
