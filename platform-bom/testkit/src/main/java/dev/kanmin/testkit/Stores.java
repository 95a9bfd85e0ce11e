package dev.kanmin.testkit;

import dev.kanmin.infrastructure.EmbeddedStoreProcess;
import dev.kanmin.infrastructure.MongodLocator;
import dev.kanmin.infrastructure.MongodProcess;
import dev.kanmin.infrastructure.Ports;
import dev.kanmin.infrastructure.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/** The stores at hand in this test run. */
public final class Stores {
  private static final String IMAGE = "mongo:8.0";
  private static final Path DOCKER_SOCKET = Path.of("/var/run/docker.sock");
  private static final List<StoreFixture> AVAILABLE = find();

  private Stores() {}

  /**
   * The embedded store always, a real MongoDB where a {@code mongod} is at hand ({@code make
   * mongod}), and one in a container where a Docker engine answers. For
   * {@code @MethodSource("dev.kanmin.testkit.Stores#available")}.
   */
  public static List<StoreFixture> available() {
    return AVAILABLE;
  }

  /** The nearest to production of the stores at hand, for tests that run on one store only. */
  public static StoreFixture preferred() {
    return AVAILABLE.size() > 1 ? AVAILABLE.get(1) : AVAILABLE.getFirst();
  }

  /** The store that is at hand everywhere. */
  public static StoreFixture embedded() {
    return AVAILABLE.getFirst();
  }

  private static List<StoreFixture> find() {
    var stores = new ArrayList<StoreFixture>();
    stores.add(
        new StoreFixture(
            "embedded",
            () -> EmbeddedStoreProcess.start(TestFolder.make("embedded"), Ports.free())));
    new MongodLocator(System.getenv())
        .find()
        .ifPresent(
            program ->
                stores.add(
                    new StoreFixture(
                        "mongodb",
                        () ->
                            MongodProcess.start(
                                program, TestFolder.make("mongod"), Ports.free()))));
    if (dockerAnswers()) {
      stores.add(new StoreFixture("mongodb in a container", Stores::container));
    }
    return List.copyOf(stores);
  }

  private static boolean dockerAnswers() {
    // asking Testcontainers costs seconds and pages of log where there is clearly no engine
    var likely = System.getenv("DOCKER_HOST") != null || Files.exists(DOCKER_SOCKET);
    return likely && DockerClientFactory.instance().isDockerAvailable();
  }

  private static Store container() {
    var container = new MongoDBContainer(IMAGE).withReplicaSet();
    container.start();
    // Testcontainers' own reaper removes it after the run
    return new Store.External(container.getReplicaSetUrl() + "&w=majority&journal=true");
  }
}
