package dev.kanmin.bench.command;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import dev.kanmin.bench.load.HttpAnswer;
import dev.kanmin.bench.load.HttpConnection;
import dev.kanmin.bench.load.HttpRequests;
import dev.kanmin.bench.relay.TopicTail;
import dev.kanmin.bench.stage.Measured;
import dev.kanmin.bench.stage.ServerProcess;
import dev.kanmin.bench.stage.Stage;
import dev.kanmin.infrastructure.Ports;
import dev.kanmin.infrastructure.ServiceTopics;
import dev.kanmin.infrastructure.Store;
import dev.kanmin.infrastructure.TopicSpec;
import dev.kanmin.testkit.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;

/**
 * The ordinary service of missions (its boot jar) with an empty database, a token issuer, and eyes
 * on its store and its topic.
 */
public final class MissionService implements AutoCloseable {
  public static final String DATABASE = Measured.MISSIONS.name();
  public static final String COLLECTION = "missions";
  public static final String TOPIC = Measured.MISSIONS.topic();
  private static final String PATH = "/v1/missions";

  /** Those that the service checks or reads at its start. */
  public static final List<TopicSpec> TOPICS = ServiceTopics.of(Measured.MISSIONS);

  private final TestTokens issuer;
  private final MongoClient client;
  private final ServerProcess server;
  private final TopicTail topic;
  private final String authorization;
  private final String run = UUID.randomUUID().toString();
  private final AtomicInteger keys = new AtomicInteger();

  private MissionService(Stage stage, Store store, TestTokens issuer, int port) {
    var kafka = stage.kafka();
    this.issuer = issuer;
    this.client = MongoClients.create(store.uri());
    client.getDatabase(DATABASE).drop();
    kafka.createTopics(TOPICS);
    this.server =
        stage.service(
            Measured.MISSIONS.module(),
            port,
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
    this.topic = new TopicTail(kafka.bootstrap(), TOPIC);
    this.authorization = authorization("jica");
  }

  /** Starts it on a store of the stage and the stage's broker. */
  public static MissionService start(Stage stage, Store store) {
    return start(stage, store, TestTokens.start(), Ports.free());
  }

  /**
   * As {@link #start(Stage, Store)}, when others have been told where it will be.
   *
   * @param issuer closed with it
   */
  public static MissionService start(Stage stage, Store store, TestTokens issuer, int port) {
    return new MissionService(stage, store, issuer, port);
  }

  /** The one that several metrics use; the stage closes it. */
  public static MissionService shared(Stage stage, Store store) {
    return stage.shared(MissionService.class, () -> start(stage, store));
  }

  public ServerProcess server() {
    return server;
  }

  /** What comes to its topic. */
  public TopicTail topic() {
    return topic;
  }

  public MongoCollection<Document> missions() {
    return client.getDatabase(DATABASE).getCollection(COLLECTION);
  }

  /** Address of the issuer whose tokens it trusts. */
  public TestTokens issuer() {
    return issuer;
  }

  /** The bytes of a request that drafts a new mission, with a key that was never used. */
  public byte[] draft() {
    return post(PATH, authorization, Drafts.plan("mission " + keys.get()));
  }

  /** As {@link #draft}, by another agency. */
  public byte[] draftOf(String agency) {
    return post(PATH, authorization(agency), Drafts.plan("mission " + keys.get()));
  }

  /** The bytes of a request that announces a draft. */
  public byte[] announce(String mission) {
    return post(PATH + "/" + mission + "/announce", authorization, "");
  }

  /** The bytes of a request about meetings. */
  byte[] meetings(String path, String json) {
    return post("/v1/meeting-plans" + path, meetingsAuthorization(), json);
  }

  /** The bytes of a request that reads something of meetings. */
  byte[] readMeetings(String path) {
    return HttpRequests.get(
        "/v1/meeting-plans" + path, Map.of("Authorization", meetingsAuthorization()));
  }

  private String meetingsAuthorization() {
    return "Bearer " + issuer.token("jica", "meetings:write", "meetings:read");
  }

  /** The bytes of a request for a page of missions. */
  public byte[] page(String query) {
    return HttpRequests.get(PATH + query, Map.of("Authorization", authorization));
  }

  /**
   * Sends one request.
   *
   * @throws IllegalStateException when it is not carried out
   */
  public HttpAnswer send(byte[] request) {
    try (var connection = new HttpConnection(server.port())) {
      var answer = connection.send(request);
      if (answer.status() >= 300) {
        throw new IllegalStateException("answered " + answer.status() + ": " + answer.text());
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException("the service does not answer", e);
    }
  }

  private byte[] post(String path, String bearer, String json) {
    var key = run + "-" + keys.incrementAndGet();
    return HttpRequests.post(path, Map.of("Authorization", bearer, "Idempotency-Key", key), json);
  }

  private String authorization(String agency) {
    return "Bearer " + issuer.token(agency, "missions:write", "missions:read");
  }

  /** Whether every event has been sent and removed. */
  public boolean isDrained() {
    return missions().find(Filters.exists("outboxSince")).first() == null;
  }

  @Override
  public void close() {
    server.close();
    topic.close();
    client.close();
    issuer.close();
  }
}
