package dev.kanmin.local;

import dev.kanmin.infrastructure.ChildProcess;
import dev.kanmin.infrastructure.KafkaProcess;
import dev.kanmin.infrastructure.Store;
import dev.kanmin.infrastructure.StoreChoice;
import dev.kanmin.infrastructure.TopicSpec;
import dev.kanmin.infrastructure.Topics;
import dev.kanmin.local.RunState.StoreState;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The whole system on one machine, and so its map: Kafka with its topics, the store, the token
 * issuer, and upon these the services, each an ordinary process that could as well run elsewhere.
 */
final class LocalRun {
  private static final List<TopicSpec> TOPICS =
      List.of(
          new TopicSpec("kanmin.trade-missions", 3),
          new TopicSpec("kanmin.oda-linkage", 3),
          // one partition: the one total order
          new TopicSpec("kanmin.feed", 1),
          // what trade-missions could not take from oda-linkage; as many partitions as its source
          new TopicSpec("kanmin.oda-linkage.trade-missions.dlt", 3));
  private static final String SERVICE_READY = "/actuator/health/readiness";

  /**
   * Bootstrap servers of a Kafka that somebody else runs. Without it one is started here; and also
   * when it names the very address where ours would listen, as {@code make env} left it in a shell.
   */
  private static final String KAFKA_VARIABLE = "KANMIN_KAFKA";

  /** {@code train} lets a run prepare class caches for later runs; make run sets it. */
  private static final String CACHE_VARIABLE = "KANMIN_CLASS_CACHE";

  /** Seconds; for tests that kill a part again and again, which then need not wait for long. */
  private static final String PAUSE_VARIABLE = "KANMIN_LONGEST_PAUSE";

  private static final String TRAIN = "train";
  private static final String ISSUER_READY = "/.well-known/openid-configuration";

  private final Workspace workspace;
  private final PortPlan ports = PortPlan.choose();
  private final String kafkaAddress =
      Optional.ofNullable(System.getenv(KAFKA_VARIABLE))
          .filter(address -> !address.isBlank())
          .orElse(ports.kafkaAddress());
  private final Supervisor supervisor = new Supervisor(this::writeState, longestPause());
  private final List<BootService> services = new CopyOnWriteArrayList<>();
  private final long started = System.nanoTime();
  private volatile long readyAfterMillis;
  private volatile StoreState storeState = new StoreState("", "", "");

  private LocalRun(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Starts everything, says when it is ready, and looks after it until this program is told to end,
   * which stops everything.
   *
   * @throws IllegalStateException with one line when something cannot be started; the end of this
   *     program stops what was started
   */
  static void untilStopped(Workspace workspace) {
    var lock = RunLock.take(workspace);
    var run = new LocalRun(workspace);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> run.stop(lock), "stop"));
    run.startAll();
    try {
      Thread.currentThread().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Duration longestPause() {
    return Optional.ofNullable(System.getenv(PAUSE_VARIABLE))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(Supervisor.LONGEST_PAUSE);
  }

  private void startAll() {
    writeState();
    var choice = StoreChoice.choose(workspace.data(), System.getenv());
    Console.say("kanmin: " + choice.reason());
    Together.start(this::startKafka, () -> startStore(choice), this::startIssuer);
    Together.start(this::startTradeMissions, this::startOdaLinkage, this::startGateway);
    readyAfterMillis = Duration.ofNanos(System.nanoTime() - started).toMillis();
    writeState();
    Console.say(Welcome.text(state()));
    prepareFasterStarts();
  }

  private void startKafka() {
    if (!kafkaAddress.equals(ports.kafkaAddress())) {
      Console.say("kanmin: Kafka at the address that " + KAFKA_VARIABLE + " gives");
      Topics.create(kafkaAddress, TOPICS);
      return;
    }
    var folder = workspace.data().resolve("kafka");
    var kafka = Progress.of("kafka", () -> KafkaProcess.start(folder, ports.kafka()));
    kafka.createTopics(TOPICS);
    supervisor.add(Part.of(kafka));
  }

  private void startStore(StoreChoice choice) {
    var store = Progress.of("store", () -> choice.start(workspace.data(), ports.store()));
    storeState = new StoreState(store.kind().word(), store.uri(), choice.reason());
    if (store instanceof Store.Local local) {
      supervisor.add(Part.of(local));
    }
  }

  private void startIssuer() {
    start(
        "issuer",
        "deploy/local-issuer",
        ports.issuer(),
        ISSUER_READY,
        64,
        Map.of(
            "KANMIN_ISSUER", ports.issuerUrl(),
            "KANMIN_GATEWAY_URL", ports.gatewayUrl(),
            "KANMIN_DATA", workspace.data().toString()));
  }

  private void startTradeMissions() {
    start(
        "trade-missions",
        "services/trade-missions",
        ports.tradeMissions(),
        SERVICE_READY,
        128,
        Map.of());
  }

  private void startOdaLinkage() {
    start("oda-linkage", "services/oda-linkage", ports.odaLinkage(), SERVICE_READY, 128, Map.of());
  }

  private void startGateway() {
    start(
        "gateway",
        "services/gateway",
        ports.gateway(),
        SERVICE_READY,
        // beside its heap it holds more than the others do: with 128 it passes 300 MB under load
        112,
        Map.of(
            "KANMIN_TRADE_MISSIONS_URL", PortPlan.url(ports.tradeMissions()),
            "KANMIN_ODA_LINKAGE_URL", PortPlan.url(ports.odaLinkage()),
            "KANMIN_GATEWAY_URL", ports.gatewayUrl()));
  }

  private void start(
      String name,
      String module,
      int port,
      String readiness,
      int heapMegabytes,
      Map<String, String> own) {
    if (supervisor.isStopping()) {
      throw new IllegalStateException("told to stop before " + name + " was started");
    }
    var environment = new HashMap<String, String>();
    environment.put("KANMIN_PORT", Integer.toString(port));
    environment.put(KAFKA_VARIABLE, kafkaAddress);
    environment.put("KANMIN_MONGODB_URI", storeState.uri());
    environment.put("KANMIN_STORE", storeState.kind());
    environment.put("KANMIN_ISSUER", ports.issuerUrl());
    // nothing of a local run is reachable from other machines
    environment.put("SERVER_ADDRESS", "127.0.0.1");
    environment.put("MALLOC_ARENA_MAX", "2");
    // on a terminal shared by all parts, only what matters
    environment.put("SPRING_MAIN_BANNER_MODE", "off");
    environment.put("LOGGING_LEVEL_ORG_APACHE_KAFKA", "error");
    environment.put("LOGGING_LEVEL_ORG_MONGODB_DRIVER", "warn");
    environment.putAll(own);
    var jar = workspace.jar(module);
    var cache = new AotCache(jar, jar.resolveSibling("class-cache"));
    var description =
        new BootService.Description(
            name, cache, port, heapMegabytes, readiness, environment, workspace.log(name));
    var service = Progress.of(name, () -> BootService.start(description));
    services.add(service);
    supervisor.add(Part.of(service));
  }

  /**
   * Beside the running system and at the lowest priority; ends with the program, finished or not.
   */
  private void prepareFasterStarts() {
    if (!TRAIN.equals(System.getenv(CACHE_VARIABLE))) {
      return;
    }
    Thread.ofPlatform()
        .daemon()
        .name("class-caches")
        .start(
            () -> {
              var trained =
                  services.stream()
                      .filter(service -> !supervisor.isStopping() && service.train())
                      .map(BootService::name)
                      .toList();
              if (!trained.isEmpty() && !supervisor.isStopping()) {
                Console.say(
                    "kanmin: the next start will be faster (class caches of %s)"
                        .formatted(trained));
              }
            });
  }

  private RunState state() {
    return new RunState(
        ProcessHandle.current().pid(),
        readyAfterMillis > 0,
        readyAfterMillis,
        ports.gatewayUrl(),
        ports.issuerUrl(),
        kafkaAddress,
        storeState,
        supervisor.parts().stream().map(Part::state).toList());
  }

  private synchronized void writeState() {
    state().write(workspace.stateFile());
  }

  private void stop(RunLock lock) {
    Console.say("kanmin: stopping");
    supervisor.stopAll();
    // what was still starting
    ChildProcess.killAllThatAreLeft();
    RunState.forget(workspace.stateFile());
    lock.close();
    Console.say("kanmin: everything is stopped; the data stay in " + workspace.data());
    if (readyAfterMillis > 0) {
      // being told to stop is not an error, whatever the signal was
      Console.flush();
      Runtime.getRuntime().halt(0);
    }
  }
}
