package dev.kanmin.bench.command;

import com.mongodb.client.MongoCollection;
import dev.kanmin.bench.contest.Sample;
import dev.kanmin.bench.load.HttpRequests;
import dev.kanmin.bench.load.Load;
import dev.kanmin.bench.stage.ServerProcess;
import dev.kanmin.bench.stage.Side;
import dev.kanmin.bench.stage.Stage;
import dev.kanmin.infrastructure.Store;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/**
 * A plain WebFlux controller that reads the same body and stores the same document in a collection
 * with the same indexes and the same write concern, and does nothing else.
 */
final class BareSide implements Side {
  static final String COLLECTION = "bare-missions";

  private final ServerProcess server;
  private final MongoCollection<Document> stored;
  private final int connections;
  private final Duration time;

  private BareSide(
      ServerProcess server, MongoCollection<Document> stored, int connections, Duration time) {
    this.server = server;
    this.stored = stored;
    this.connections = connections;
    this.time = time;
  }

  /**
   * Starts it.
   *
   * @param pattern the collection whose first document and whose indexes it takes over
   * @param stored where it stores
   */
  static BareSide start(
      Stage stage,
      Store store,
      MongoCollection<Document> pattern,
      MongoCollection<Document> stored,
      int connections,
      Duration time) {
    var server =
        stage.peerServer(
            "bare-webflux",
            "dev.kanmin.bench.peers.bare.BareCommands",
            Map.of(
                "BENCH_MONGODB_URI", store.uri(),
                "BENCH_DATABASE", pattern.getNamespace().getDatabaseName(),
                "BENCH_PATTERN", pattern.getNamespace().getCollectionName(),
                "BENCH_STORED", stored.getNamespace().getCollectionName()),
            "/ready");
    return new BareSide(server, stored, connections, time);
  }

  @Override
  public String name() {
    return "bare WebFlux";
  }

  @Override
  public void warm(Duration atLeast) {
    load(atLeast);
  }

  @Override
  public Sample round() {
    long before = stored.estimatedDocumentCount();
    long cpu = server.cpuMicros();
    var outcome = load(time);
    double cpuMicros = (server.cpuMicros() - cpu) / (double) outcome.answers();
    long added = stored.estimatedDocumentCount() - before;
    return Sample.of(outcome.perSecond(), outcome.answers(), cpuMicros)
        .with(
            Map.of(
                "p50", outcome.times().percentileMillis(0.5),
                "p99", outcome.times().percentileMillis(0.99)))
        .checked(outcome.fault().or(() -> check(outcome.answers(), added)));
  }

  private Load.Outcome load(Duration howLong) {
    return new Load(
            server.port(),
            connections,
            number ->
                HttpRequests.post("/v1/missions", Map.of(), Drafts.plan(Integer.toString(number))),
            Load.Judge.status(201))
        .closed(howLong);
  }

  private static Optional<String> check(long answers, long added) {
    return answers == added
        ? Optional.empty()
        : Optional.of("%d requests were answered, %d are stored".formatted(answers, added));
  }

  @Override
  public void close() {
    server.close();
  }
}
