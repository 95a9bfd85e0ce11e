package dev.kanmin.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * A real single-node Kafka broker (KRaft, broker and controller in one) run from the Kafka jars of
 * the class path. Its data stay in its folder across restarts; topics are never created by
 * accident.
 */
public final class KafkaProcess implements AutoCloseable {
  /** After kill -9 a broker checks its logs first: about 13 s on a small machine. */
  private static final Duration START_PATIENCE = Duration.ofMinutes(2);

  private static final String CLUSTER_ID = "kanminLocalBroker00000";
  private static final List<String> TOOL_OPTIONS = JavaCommand.small("-Xmx128m");

  private final Path folder;
  private final int port;
  private final Size size;
  private final Optional<Detour> detour;
  private volatile ChildProcess process;

  /** What the broker's Java machine may take. */
  public enum Size {
    /** Enough to try things and for tests. */
    SMALL,

    /** Heap, collector and compilers as Kafka's own start script has them. */
    SERVER;

    private List<String> options() {
      return switch (this) {
        case SMALL -> JavaCommand.small("-Xms64m", "-Xmx256m", "-Xss512k");
        case SERVER ->
            List.of(
                "-Xms1g",
                "-Xmx1g",
                "-XX:+UseG1GC",
                "-XX:MaxGCPauseMillis=20",
                "-XX:InitiatingHeapOccupancyPercent=35");
      };
    }
  }

  /**
   * A second listener for clients that must come through something in between, such as a proxy.
   *
   * @param port where the broker listens
   * @param advertised the port on 127.0.0.1 that it tells those clients to connect to
   */
  public record Detour(int port, int advertised) {}

  private KafkaProcess(Path folder, int port, Size size, Optional<Detour> detour) {
    this.folder = folder.toAbsolutePath();
    this.port = port;
    this.size = size;
    this.detour = detour;
    this.process = launch();
  }

  /**
   * Starts a broker and returns when it answers.
   *
   * @param folder its data, configuration and log ({@code kafka.log}); formatted when empty
   * @param port the port on 127.0.0.1 for clients
   * @throws IllegalStateException with the end of its log when it does not come up
   */
  public static KafkaProcess start(Path folder, int port) {
    return start(folder, port, Size.SMALL);
  }

  /** As {@link #start(Path, int)}, of that size. */
  public static KafkaProcess start(Path folder, int port, Size size) {
    return new KafkaProcess(folder, port, size, Optional.empty());
  }

  /** As {@link #start(Path, int)}, with a second way in. */
  public static KafkaProcess start(Path folder, int port, Detour detour) {
    return new KafkaProcess(folder, port, Size.SMALL, Optional.of(detour));
  }

  public String bootstrap() {
    return "127.0.0.1:" + port;
  }

  public ChildProcess process() {
    return process;
  }

  /** See {@link Topics#create(String, List)}. */
  public void createTopics(List<TopicSpec> topics) {
    Topics.create(bootstrap(), topics);
  }

  /** Ends the broker as {@code kill -9} does. */
  public void killForcibly() {
    process.killForcibly();
  }

  /** Starts the broker again on its data and port, after a stop or a kill. */
  public void restart() {
    process.close();
    process = launch();
  }

  @Override
  public void close() {
    process.close();
  }

  private ChildProcess launch() {
    try {
      Files.createDirectories(folder);
      var properties = folder.resolve("server.properties");
      Files.writeString(properties, properties());
      if (!Files.exists(data().resolve("meta.properties"))) {
        format(properties);
      }
      var broker =
          ChildProcess.start(
              "kafka",
              JavaCommand.of(BrokerMain.class, size.options(), List.of(properties.toString())),
              JavaCommand.environment(),
              folder.resolve("kafka.log"));
      return awaitAnswer(broker);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare the folder of Kafka, " + folder, e);
    }
  }

  private void format(Path properties) {
    var arguments =
        List.of("format", "--cluster-id", CLUSTER_ID, "--config", properties.toString());
    try (var tool =
        ChildProcess.start(
            "kafka format",
            JavaCommand.of("kafka.tools.StorageTool", TOOL_OPTIONS, arguments),
            JavaCommand.environment(),
            folder.resolve("format.log"))) {
      if (tool.exit().join() != 0) {
        throw new IllegalStateException("Kafka's folder could not be formatted:\n" + tool.tail());
      }
    }
  }

  private ChildProcess awaitAnswer(ChildProcess broker) {
    try {
      broker.awaitReady(START_PATIENCE, () -> Ports.isServed(port) || !broker.isAlive());
      try (var admin =
          Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap()))) {
        broker.awaitReady(START_PATIENCE, () -> answers(admin));
      }
      return broker;
    } catch (RuntimeException e) {
      broker.killForcibly();
      throw e;
    }
  }

  private static boolean answers(Admin admin) {
    try {
      return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  /**
   * The broker's settings. Kafka writes to the page cache and leaves flushing to the system: that
   * survives kill -9 of the broker, and one machine losing power is outside what a local run
   * promises (production replicates instead).
   */
  private String properties() {
    return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d%4$s
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d%5$s
        inter.broker.listener.name=PLAINTEXT
        controller.listener.names=CONTROLLER
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,DETOUR:PLAINTEXT
        log.dirs=%3$s
        auto.create.topics.enable=false
        default.replication.factor=1
        min.insync.replicas=1
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=3
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=3
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        # joining a group need not wait for further members of a cluster
        group.initial.rebalance.delay.ms=0
        # a laptop may be off for weeks: group positions are kept for ten years
        offsets.retention.minutes=5256000
        log.retention.ms=-1
        num.network.threads=2
        num.io.threads=4
        num.recovery.threads.per.data.dir=2
        log.cleaner.dedupe.buffer.size=8388608
        # large sparse files and preallocated indexes are of no use at this size
        log.segment.bytes=67108864
        log.index.size.max.bytes=2097152
        """
        .formatted(
            port,
            Ports.free(),
            data().toString().replace("\\", "/"),
            detour.map(way -> listener(way.port())).orElse(""),
            detour.map(way -> listener(way.advertised())).orElse(""));
  }

  private static String listener(int port) {
    return ",DETOUR://127.0.0.1:" + port;
  }
}
