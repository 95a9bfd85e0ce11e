package dev.kanmin.infrastructure;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** The embedded store ({@link EmbeddedStore}) as a process of its own. */
public final class EmbeddedStoreProcess implements Store.Local {
  private static final Duration START_PATIENCE = Duration.ofMinutes(1);

  /** Without memory it ends, and starts again from its file: what it holds is no longer sure. */
  private static final List<String> OPTIONS =
      JavaCommand.small("-Xms32m", "-Xmx256m", "-Xss512k", "-XX:+ExitOnOutOfMemoryError");

  private final Path folder;
  private final int port;
  private volatile ChildProcess process;

  private EmbeddedStoreProcess(Path folder, int port) {
    this.folder = folder;
    this.port = port;
    this.process = launch();
  }

  /**
   * Starts it and returns when it answers.
   *
   * @param folder its data and its log ({@code embedded-store.log})
   * @throws IllegalStateException with the end of its log when it does not come up
   */
  public static EmbeddedStoreProcess start(Path folder, int port) {
    return new EmbeddedStoreProcess(folder.toAbsolutePath(), port);
  }

  @Override
  public StoreKind kind() {
    return StoreKind.EMBEDDED;
  }

  @Override
  public String uri() {
    // it has no sessions, which retried writes need; services insist on durable writes
    return "mongodb://127.0.0.1:" + port + "/?retryWrites=false&w=majority&journal=true";
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

  private ChildProcess launch() {
    var arguments = List.of(folder.resolve("data").toString(), Integer.toString(port));
    var store =
        ChildProcess.start(
            "embedded-store",
            JavaCommand.of(EmbeddedStore.class, OPTIONS, arguments),
            JavaCommand.environment(),
            folder.resolve("embedded-store.log"));
    try {
      store.awaitReady(START_PATIENCE, () -> Ports.isServed(port) || !store.isAlive());
      awaitAnswer(store);
      return store;
    } catch (RuntimeException e) {
      store.killForcibly();
      throw e;
    }
  }

  private void awaitAnswer(ChildProcess store) {
    var settings =
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(uri()))
            .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(1, TimeUnit.SECONDS))
            .build();
    try (var client = MongoClients.create(settings)) {
      var admin = client.getDatabase("admin");
      store.awaitReady(START_PATIENCE, () -> answers(admin));
    }
  }

  private static boolean answers(MongoDatabase admin) {
    try {
      admin.runCommand(new Document("ping", 1));
      return true;
    } catch (MongoException e) {
      return false;
    }
  }
}
