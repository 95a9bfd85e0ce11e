package dev.kanmin.bench.match;

import com.mongodb.client.MongoClients;
import dev.kanmin.bench.load.HttpAnswer;
import dev.kanmin.bench.load.HttpConnection;
import dev.kanmin.bench.load.HttpRequests;
import dev.kanmin.bench.stage.Measured;
import dev.kanmin.bench.stage.ServerProcess;
import dev.kanmin.bench.stage.Stage;
import dev.kanmin.codes.services.ServiceList;
import dev.kanmin.events.wire.EventEnvelope;
import dev.kanmin.events.wire.EventHeaders;
import dev.kanmin.infrastructure.Ports;
import dev.kanmin.infrastructure.ServiceTopics;
import dev.kanmin.infrastructure.Store;
import dev.kanmin.testkit.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ordinary service of linkages (its boot jar) with an empty database. It hears of companies by
 * the directory's topic, and needs are registered through its API.
 */
final class MatchingService implements AutoCloseable {
  private static final String DIRECTORY = "directory";
  private static final String TYPE = "company-profile-changed.v1";

  private final TestTokens issuer = TestTokens.start();
  private final ServerProcess server;
  private final Producer<byte[], byte[]> producer;
  private final Map<String, String> authorization;

  MatchingService(Stage stage, Store store) {
    var kafka = stage.kafka();
    kafka.createTopics(ServiceTopics.of(Measured.ACTIVITIES));
    try (var client = MongoClients.create(store.uri())) {
      client.getDatabase(Measured.ACTIVITIES.name()).drop();
    }
    this.server =
        stage.service(
            Measured.ACTIVITIES.module(),
            Ports.free(),
            Map.of(
                "KANMIN_KAFKA",
                kafka.bootstrap(),
                "KANMIN_MONGODB_URI",
                store.uri(),
                "KANMIN_STORE",
                store.kind().word(),
                "KANMIN_ISSUER",
                issuer.issuer(),
                "LOGGING_LEVEL_ROOT",
                "warn",
                "SPRING_MAIN_BANNER_MODE",
                "off"));
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrap(), "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    this.authorization =
        Map.of(
            "Authorization",
            "Bearer " + issuer.token("jica", "needs:read", "needs:write", "linkages:read"));
  }

  /** Registers a need; its id. */
  String register(String need) {
    var headers =
        Map.of(
            "Authorization",
            String.valueOf(authorization.get("Authorization")),
            "Idempotency-Key",
            UUID.randomUUID().toString());
    var answer = send(HttpRequests.post("/v1/needs", headers, need));
    if (answer.status() != 201) {
      throw new IllegalStateException("answered " + answer.status() + ": " + answer.text());
    }
    return JsonMapper.shared().readTree(answer.body()).required("id").asString();
  }

  /** Tells of a company that is new, as the directory does. */
  void tell(String company, String profile) {
    var envelope =
        new EventEnvelope(
            "/" + DIRECTORY,
            "dev.kanmin." + DIRECTORY + "." + TYPE,
            company,
            1,
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            "https://kanmin.dev/schemas/" + DIRECTORY + "/" + TYPE + ".json",
            company,
            Optional.empty(),
            "jetro/jetro",
            Optional.empty());
    var topic = ServiceList.kanmin().require(DIRECTORY).topic();
    var record = new ProducerRecord<>(topic, bytes(company), bytes(profile));
    EventHeaders.of(envelope).forEach((name, value) -> record.headers().add(name, bytes(value)));
    var _ = producer.send(record);
    producer.flush();
  }

  /** Who suits a need, or what suits a company. */
  HttpAnswer matches(String query) {
    return send(HttpRequests.get("/v1/matches?" + query, authorization));
  }

  private HttpAnswer send(byte[] request) {
    try (var connection = new HttpConnection(server.port())) {
      return connection.send(request);
    } catch (IOException e) {
      throw new UncheckedIOException("the service does not answer", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
    server.close();
    issuer.close();
  }
}
