package dev.kanmin.gateway.component;

import dev.kanmin.codes.services.Service;
import dev.kanmin.codes.services.ServiceList;
import dev.kanmin.codes.services.TopicNames;
import dev.kanmin.events.wire.CardMaker;
import dev.kanmin.events.wire.EventEnvelope;
import dev.kanmin.events.wire.EventHeaders;
import dev.kanmin.gateway.Gateway;
import dev.kanmin.gateway.picture.Cards;
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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One gateway for all component tests: they keep to subjects and countries of their own. */
final class RunningGateway {
  static final Duration PATIENCE = Duration.ofSeconds(40);

  /** In place of every listed service, by its name. */
  static final Map<String, FakeService> SERVICES =
      ServiceList.kanmin().services().stream()
          .collect(Collectors.toUnmodifiableMap(Service::name, service -> new FakeService()));

  static final FakeService MISSIONS = SERVICES.get("trade-missions");
  static final FakeService ACTIVITIES = SERVICES.get("oda-linkage");
  static final TestTokens TOKENS = TestTokens.start();
  static final SpringService GATEWAY = start();

  private static final AtomicReference<Instant> LATEST = new AtomicReference<>(Instant.EPOCH);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final KafkaProducer<String, byte[]> PRODUCER = KafkaFixture.shared().producer();
  private static final String TOKEN = TOKENS.token("jica", "cells:read", "feed:read", "codes:read");

  private RunningGateway() {}

  private static SpringService start() {
    var gateway =
        SpringService.of(Gateway.class)
            .kafka(KafkaFixture.shared().withAllTopics())
            .issuer(TOKENS)
            .with("kanmin.gateway.heartbeat", "200ms")
            // what a test lets a service say of itself is to be read when that test asks
            .with("kanmin.gateway.warms-up", "false")
            // all tests are one client; LimitedGateway is for what limits do
            .with("kanmin.gateway.limits.agency-burst", "10000000")
            .with("kanmin.gateway.limits.address-burst", "10000000");
    for (var service : ServiceList.kanmin().services()) {
      gateway.with(service.urlVariable(), SERVICES.get(service.name()).url());
    }
    return gateway.start();
  }

  /** Now, or a little later: no two events are of one moment, so that the latest is known. */
  private static Instant moment() {
    return LATEST.updateAndGet(
        last -> {
          Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
          return now.isAfter(last) ? now : last.plusMillis(1);
        });
  }

  /** Publishes an event with a card as a service's relay does; returns its reference. */
  static String publish(
      String service, String subject, long sequence, String event, CardMaker card, String... from) {
    Instant now = moment();
    return publish(
        service, subject, sequence, event, Cards.data(card, Cards.last(event, now, from)));
  }

  /** Publishes any event; returns its reference. */
  static String publish(String service, String subject, long sequence, String event, String data) {
    return publish(service, subject, sequence, event, data, subject, Optional.empty());
  }

  /** The same, as a part of a chain. */
  static String publish(
      String service,
      String subject,
      long sequence,
      String event,
      String data,
      String chain,
      Optional<String> cause) {
    var envelope =
        new EventEnvelope(
            "/" + service,
            "dev.kanmin." + service + "." + event + ".v1",
            subject,
            sequence,
            moment(),
            "https://kanmin.dev/schemas/" + service + "/" + event + ".v1.json",
            chain,
            cause,
            "jica/jica",
            Optional.empty());
    var record =
        new ProducerRecord<>(
            TopicNames.of(service), subject, data.getBytes(StandardCharsets.UTF_8));
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

  /** What operators read, on their own port. */
  static HttpResponse<String> manage(String path) {
    return send(HttpRequest.newBuilder(URI.create(GATEWAY.managementUrl() + path)));
  }

  static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  static void await(String what, BooleanSupplier condition) {
    Await.until(what, PATIENCE, condition);
  }
}
