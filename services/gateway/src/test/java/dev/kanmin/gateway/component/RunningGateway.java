package dev.kanmin.gateway.component;

import dev.kanmin.events.EventEnvelope;
import dev.kanmin.events.EventHeaders;
import dev.kanmin.gateway.Gateway;
import dev.kanmin.infrastructure.TopicSpec;
import dev.kanmin.testkit.Await;
import dev.kanmin.testkit.KafkaFixture;
import dev.kanmin.testkit.SpringService;
import dev.kanmin.testkit.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One gateway for all component tests: they keep to subjects and countries of their own. */
final class RunningGateway {
  static final Duration PATIENCE = Duration.ofSeconds(40);
  static final FakeService MISSIONS = new FakeService();
  static final FakeService ACTIVITIES = new FakeService();
  static final TestTokens TOKENS = TestTokens.start();
  static final SpringService GATEWAY = start();

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final KafkaProducer<String, byte[]> PRODUCER = KafkaFixture.shared().producer();
  private static final String TOKEN = TOKENS.token("jica", "cells:read", "feed:read", "codes:read");

  private RunningGateway() {}

  private static SpringService start() {
    KafkaFixture kafka =
        KafkaFixture.shared()
            .withTopics(
                new TopicSpec("kanmin.feed", 1),
                new TopicSpec("kanmin.trade-missions", 3),
                new TopicSpec("kanmin.oda-linkage", 3));
    return SpringService.of(Gateway.class)
        .kafka(kafka)
        .issuer(TOKENS)
        .with("KANMIN_TRADE_MISSIONS_URL", MISSIONS.url())
        .with("KANMIN_ODA_LINKAGE_URL", ACTIVITIES.url())
        .with("kanmin.gateway.heartbeat", "200ms")
        .start();
  }

  /** Publishes an event as a service's relay does; returns its reference. */
  static String publish(String service, String subject, long sequence, String event, String data) {
    var envelope =
        new EventEnvelope(
            "/" + service,
            "dev.kanmin." + service + "." + event + ".v1",
            subject,
            sequence,
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            "https://kanmin.dev/schemas/" + service + "/" + event + ".v1.json",
            "chain-" + subject,
            Optional.empty(),
            "jica/jica",
            Optional.empty());
    var record =
        new ProducerRecord<>("kanmin." + service, subject, data.getBytes(StandardCharsets.UTF_8));
    EventHeaders.of(envelope)
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    PRODUCER.send(record);
    PRODUCER.flush();
    return envelope.reference();
  }

  /** A request with a token of jica that may read the feed and the codes. */
  static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(GATEWAY.url() + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + TOKEN);
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(
          request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  static HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = request(path);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  static void await(String what, java.util.function.BooleanSupplier condition) {
    Await.until(what, PATIENCE, condition);
  }
}
