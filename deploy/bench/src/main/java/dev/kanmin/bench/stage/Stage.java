package dev.kanmin.bench.stage;

import dev.kanmin.infrastructure.EmbeddedStoreProcess;
import dev.kanmin.infrastructure.KafkaProcess;
import dev.kanmin.infrastructure.MongodLocator;
import dev.kanmin.infrastructure.MongodProcess;
import dev.kanmin.infrastructure.Ports;
import dev.kanmin.infrastructure.Store;
import dev.kanmin.infrastructure.StoreKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a metric stands on. Broker and stores are started when the first metric asks for them and
 * are shared by all, with topics and databases of each metric's own; everything that was started
 * ends with the stage.
 */
public final class Stage implements AutoCloseable {
  /** Of every mongod. */
  public static final int STORE_CACHE_GIGABYTES = 2;

  private static final String LOGS = "logs";
  private static final String READINESS = "/actuator/health/readiness";

  private final Path root;
  private final Path folder;
  private final Effort effort;
  private final Jvm jvm;
  private final Deque<AutoCloseable> started = new ConcurrentLinkedDeque<>();
  private final Map<Class<?>, AutoCloseable> shared = new HashMap<>();
  private final Once<KafkaProcess> kafka;
  private final Once<Store> mongod;
  private final Once<Store> embedded;
  private final Once<PostgresProcess> postgres;

  /**
   * An empty stage.
   *
   * @param root the checked-out project, whose jars are built
   * @param folder data and logs of this run
   */
  public Stage(Path root, Path folder, Effort effort) {
    this.root = root;
    this.folder = folder;
    this.effort = effort;
    this.jvm = Jvm.of(effort);
    this.kafka = new Once<>(() -> anotherKafka("kafka"));
    this.mongod = new Once<>(() -> anotherMongod("mongodb"));
    this.embedded =
        new Once<>(() -> own(EmbeddedStoreProcess.start(folder.resolve("embedded"), Ports.free())));
    this.postgres = new Once<>(() -> own(PostgresProcess.start(log("postgresql"))));
  }

  public Effort effort() {
    return effort;
  }

  /** Data and logs of this run. */
  public Path folder() {
    return folder;
  }

  /** The checked-out project. */
  public Path root() {
    return root;
  }

  /** The broker, with no topics but those that metrics made. */
  public KafkaProcess kafka() {
    return kafka.get();
  }

  /**
   * A store of that kind.
   *
   * @throws NotPossibleHere when a real MongoDB is asked for and there is no {@code mongod}
   */
  public Store store(StoreKind kind) {
    return switch (kind) {
      case MONGODB -> mongod.get();
      case EMBEDDED -> embedded.get();
    };
  }

  /** A real MongoDB of the caller's own, beside the one that metrics share. */
  public Store anotherMongod(String name) {
    return own(
        MongodProcess.start(
            mongodProgram(), folder.resolve(name), Ports.free(), STORE_CACHE_GIGABYTES));
  }

  /** A broker of its own, as servers have it; in a quick run a small one, like all sides. */
  public KafkaProcess anotherKafka(String name) {
    return own(
        KafkaProcess.start(
            folder.resolve(name),
            Ports.free(),
            effort.quick() ? KafkaProcess.Size.SMALL : KafkaProcess.Size.SERVER));
  }

  private static Path mongodProgram() {
    return new MongodLocator(System.getenv())
        .find()
        .orElseThrow(
            () -> new NotPossibleHere("no mongod on this machine (make mongod fetches one)"));
  }

  /**
   * The PostgreSQL of another solution.
   *
   * @throws NotPossibleHere when none is installed
   */
  public PostgresProcess postgres() {
    return postgres.get();
  }

  /**
   * Servers that several metrics in a row use: started for the first of them, kept until {@link
   * #closeShared}.
   */
  public <T extends AutoCloseable> T shared(Class<T> type, Supplier<T> start) {
    return type.cast(shared.computeIfAbsent(type, _ -> own(start.get())));
  }

  /** Closes what metrics shared. */
  public void closeShared() {
    shared.values().forEach(Stage::close);
    started.removeAll(shared.values());
    shared.clear();
  }

  /**
   * Starts a contestant of this module, in a Java machine with this program's class path.
   *
   * @param main calls {@link dev.kanmin.bench.contest.ContestantLoop#run}
   */
  public Side side(String name, Class<?> main, Map<String, String> settings) {
    return side(name, System.getProperty("java.class.path"), main.getName(), settings);
  }

  /** Starts a contestant of the peers' module, in a Java machine with that module's class path. */
  public Side peer(String name, String main, Map<String, String> settings) {
    return side(name, peersClassPath(), main, settings);
  }

  private Side side(String name, String classPath, String main, Map<String, String> settings) {
    var arguments =
        settings.entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue())
            .toList();
    return own(JavaSide.start(name, jvm.main(classPath, main, arguments), log(name)));
  }

  /**
   * Starts a service of this project by its ordinary boot jar.
   *
   * @param module such as {@code services/gateway}
   * @param environment beside {@code KANMIN_PORT}
   */
  public ServerProcess service(String module, Map<String, String> environment) {
    return service(module, Ports.free(), environment);
  }

  /** As {@link #service(String, Map)}, on a port that others have been told already. */
  public ServerProcess service(String module, int port, Map<String, String> environment) {
    var name = Path.of(module).getFileName().toString();
    // only the gateway is open to everybody, and keeps its health apart
    int management = name.equals("gateway") ? Ports.free() : port;
    return server(name, jvm.jar(jar(module)), port, management, environment, READINESS);
  }

  /**
   * Starts an HTTP server of the peers' module.
   *
   * @param environment beside {@code KANMIN_PORT}, on which it must listen
   * @param ready path that answers 200 when it is ready
   */
  public ServerProcess peerServer(
      String name, String main, Map<String, String> environment, String ready) {
    var command = jvm.main(peersClassPath(), main, List.of());
    int port = Ports.free();
    return server(name, command, port, port, environment, ready);
  }

  private ServerProcess server(
      String name,
      List<String> command,
      int port,
      int management,
      Map<String, String> environment,
      String ready) {
    var all = new HashMap<>(environment);
    all.put("KANMIN_PORT", Integer.toString(port));
    all.put("KANMIN_MANAGEMENT_PORT", Integer.toString(management));
    all.put("SERVER_ADDRESS", "127.0.0.1");
    return own(ServerProcess.start(name, command, all, log(name), port, management, ready));
  }

  /**
   * The boot jar that a module has built.
   *
   * @throws IllegalStateException when it has not been built
   */
  public Path jar(String module) {
    var target = root.resolve(module).resolve("target");
    var name = Path.of(module).getFileName() + "-";
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(name))
          .filter(file -> file.toString().endsWith(".jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException(module + " has not been built: make bench"));
    } catch (IOException e) {
      throw new UncheckedIOException(module + " has not been built: make bench", e);
    }
  }

  private String peersClassPath() {
    var jar = jar("deploy/bench-peers");
    return jar + ":" + jar.resolveSibling("lib") + "/*";
  }

  private Path log(String name) {
    return folder.resolve(LOGS).resolve(name.replaceAll("[^A-Za-z0-9]+", "-") + ".log");
  }

  /** Closes it with the stage, if its metric has not closed it before. */
  public <T extends AutoCloseable> T own(T resource) {
    started.push(resource);
    return resource;
  }

  @Override
  public void close() {
    started.forEach(Stage::close);
    deleteData();
  }

  static void close(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception failure) {
      System.err.println("could not be closed: " + failure);
    }
  }

  /** Gigabytes that nobody will look at; the logs stay. */
  private void deleteData() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(folder) && !file.startsWith(folder.resolve(LOGS))) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      System.err.println("data could not be deleted: " + e);
    }
  }
}
