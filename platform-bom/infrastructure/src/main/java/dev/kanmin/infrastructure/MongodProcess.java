package dev.kanmin.infrastructure;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * A real {@code mongod} on the loopback address, as a replica set of one: so that writes can be
 * acknowledged by majority and journal, as in production.
 */
public final class MongodProcess implements Store.Local {
  private static final Duration START_PATIENCE = Duration.ofMinutes(1);
  private static final String REPLICA_SET = "kanmin";
  private static final int NOT_YET_INITIALIZED = 94;

  /** The least that it takes: enough to try things and for tests. */
  private static final String SMALL_CACHE = "0.25";

  private final Path program;
  private final Path folder;
  private final int port;
  private final String cacheGigabytes;
  private volatile ChildProcess process;

  private MongodProcess(Path program, Path folder, int port, String cacheGigabytes) {
    this.program = program;
    this.folder = folder;
    this.port = port;
    this.cacheGigabytes = cacheGigabytes;
    this.process = launch();
  }

  /**
   * Starts it and returns when it is primary.
   *
   * @param program the {@code mongod}, see {@link MongodLocator}
   * @param folder its data and its log ({@code mongod.log})
   * @throws IllegalStateException with the end of its log when it does not come up
   */
  public static MongodProcess start(Path program, Path folder, int port) {
    return new MongodProcess(program, folder.toAbsolutePath(), port, SMALL_CACHE);
  }

  /**
   * As {@link #start}, with a cache as servers have it. A store that is written to fast and has a
   * small one evicts pages all the time: that a twentieth of it is changed is enough.
   */
  public static MongodProcess start(Path program, Path folder, int port, int cacheGigabytes) {
    return new MongodProcess(
        program, folder.toAbsolutePath(), port, Integer.toString(cacheGigabytes));
  }

  @Override
  public StoreKind kind() {
    return StoreKind.MONGODB;
  }

  @Override
  public String uri() {
    return "mongodb://%s/?replicaSet=%s&w=majority&journal=true".formatted(address(), REPLICA_SET);
  }

  @Override
  public Optional<ChildProcess> process() {
    return Optional.of(process);
  }

  @Override
  public void killForcibly() {
    process.killForcibly();
  }

  @Override
  public void restart() {
    process.close();
    process = launch();
  }

  @Override
  public void close() {
    process.close();
  }

  private String address() {
    return "127.0.0.1:" + port;
  }

  private ChildProcess launch() {
    var data = folder.resolve("data");
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare the folder of mongod, " + folder, e);
    }
    var command =
        List.of(
            program.toString(),
            "--dbpath",
            data.toString(),
            "--port",
            Integer.toString(port),
            "--bind_ip",
            "127.0.0.1",
            "--nounixsocket",
            "--replSet",
            REPLICA_SET,
            "--oplogSize",
            "128",
            "--wiredTigerCacheSizeGB",
            cacheGigabytes);
    var mongod = ChildProcess.start("mongod", command, Map.of(), folder.resolve("mongod.log"));
    try (var client = directClient()) {
      var admin = client.getDatabase("admin");
      mongod.awaitReady(START_PATIENCE, () -> answers(admin));
      formReplicaSet(admin);
      mongod.awaitReady(START_PATIENCE, () -> isPrimary(admin));
      return mongod;
    } catch (RuntimeException e) {
      mongod.killForcibly();
      throw e;
    }
  }

  private MongoClient directClient() {
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyConnectionString(
                new ConnectionString("mongodb://" + address() + "/?directConnection=true"))
            .applyToClusterSettings(
                cluster -> cluster.serverSelectionTimeout(200, TimeUnit.MILLISECONDS))
            .applyToServerSettings(
                server ->
                    server
                        .heartbeatFrequency(200, TimeUnit.MILLISECONDS)
                        .minHeartbeatFrequency(20, TimeUnit.MILLISECONDS))
            .build());
  }

  private static boolean answers(MongoDatabase admin) {
    try {
      admin.runCommand(new Document("ping", 1));
      return true;
    } catch (MongoException e) {
      return false;
    }
  }

  private void formReplicaSet(MongoDatabase admin) {
    try {
      var config =
          admin.runCommand(new Document("replSetGetConfig", 1)).get("config", Document.class);
      moveTo(admin, config);
    } catch (MongoCommandException e) {
      if (e.getCode() != NOT_YET_INITIALIZED) {
        throw e;
      }
      var member = new Document("_id", 0).append("host", address());
      var config = new Document("_id", REPLICA_SET).append("members", List.of(member));
      admin.runCommand(new Document("replSetInitiate", config));
    }
  }

  /** The set remembers its address in its data; the port may be another one in this run. */
  private void moveTo(MongoDatabase admin, Document config) {
    var member = config.getList("members", Document.class).getFirst();
    if (!address().equals(member.getString("host"))) {
      member.put("host", address());
      config.put("version", config.getInteger("version") + 1);
      admin.runCommand(new Document("replSetReconfig", config).append("force", true));
    }
  }

  private static boolean isPrimary(MongoDatabase admin) {
    try {
      return admin.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary", false);
    } catch (MongoException e) {
      return false;
    }
  }
}
