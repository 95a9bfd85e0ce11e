package dev.kanmin.local;

import dev.kanmin.codes.services.Program;
import dev.kanmin.codes.services.ServiceList;
import dev.kanmin.infrastructure.ChildProcess;
import dev.kanmin.infrastructure.KafkaProcess;
import dev.kanmin.infrastructure.ServiceTopics;
import dev.kanmin.infrastructure.Store;
import dev.kanmin.infrastructure.StoreChoice;
import dev.kanmin.infrastructure.Topics;
import dev.kanmin.local.RunState.StoreState;
import dev.kanmin.local.mailbox.Mailbox;
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

  /** Of a service whose health and metrics have a port of their own. */
  private static final String MANAGEMENT_VARIABLE = "KANMIN_MANAGEMENT_PORT";

  /** Languages whose dictionary the search may load; whoever runs it may say some. */
  private static final String DICTIONARIES_VARIABLE = "KANMIN_SEARCH_DICTIONARIES";

  private static final String TRAIN = "train";
  private static final String ISSUER_READY = "/.well-known/openid-configuration";

  /** A start is mostly computing: more of them at once would only make each longer. */
  private static final int STARTS_AT_ONCE = Runtime.getRuntime().availableProcessors();

  private final Workspace workspace;
  private final ServiceList list = ServiceList.kanmin();
  private final PortPlan ports = PortPlan.choose(list);
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
    Together.start(
        this::startKafka, () -> startStore(choice), this::startIssuer, this::startMailbox);
    // the gateway last: it asks the others how they are
    var programs = list.programs();
    var progress = new Progress(programs.size());
    Together.start(
        STARTS_AT_ONCE,
        programs.stream().<Runnable>map(it -> () -> startProgram(it, progress)).toList());
    readyAfterMillis = Duration.ofNanos(System.nanoTime() - started).toMillis();
    writeState();
    Console.say(Welcome.text(state()));
    prepareFasterStarts();
  }

  private void startKafka() {
    if (!kafkaAddress.equals(ports.kafkaAddress())) {
      Console.say("kanmin: Kafka at the address that " + KAFKA_VARIABLE + " gives");
      Topics.create(kafkaAddress, ServiceTopics.all(list));
      return;
    }
    var folder = workspace.data().resolve("kafka");
    var kafka = Progress.alone().of("kafka", () -> KafkaProcess.start(folder, ports.kafka()));
    kafka.createTopics(ServiceTopics.all(list));
    supervisor.add(Part.infrastructure(kafka));
  }

  private void startStore(StoreChoice choice) {
    var store = Progress.alone().of("store", () -> choice.start(workspace.data(), ports.store()));
    storeState = new StoreState(store.kind().word(), store.uri(), choice.reason());
    if (store instanceof Store.Local local) {
      supervisor.add(Part.infrastructure(local));
    }
  }

  private void startMailbox() {
    var mailbox =
        Progress.alone()
            .of(
                "mailbox",
                () -> Mailbox.start(ports.smtp(), ports.mailbox(), workspace.log("mailbox")));
    supervisor.add(Part.infrastructure(mailbox));
  }

  private void startIssuer() {
    var issuer =
        start(
            Progress.alone(),
            "issuer",
            "deploy/local-issuer",
            ports.issuer(),
            ISSUER_READY,
            64,
            Map.of(
                "KANMIN_ISSUER", ports.issuerUrl(),
                "KANMIN_GATEWAY_URL", ports.url(list.gateway()),
                "KANMIN_DATA", workspace.data().toString()));
    supervisor.add(Part.infrastructure(issuer));
  }

  private void startProgram(Program program, Progress progress) {
    var started =
        start(
            progress,
            program.name(),
            program.module(),
            ports.of(program),
            SERVICE_READY,
            program.heapMegabytes(),
            program.equals(list.gateway()) ? ofTheGateway() : Map.of());
    supervisor.add(Part.service(started));
  }

  /** Where services are, and where it is reached itself. */
  private Map<String, String> ofTheGateway() {
    var environment = new HashMap<String, String>();
    for (var service : list.services()) {
      environment.put(service.urlVariable(), ports.url(service));
    }
    environment.put("KANMIN_GATEWAY_URL", ports.url(list.gateway()));
    environment.put(MANAGEMENT_VARIABLE, Integer.toString(ports.gatewayManagement()));
    // dictionaries take 20 to 40 MB each, which its small heap does not have beside the rest
    environment.put(DICTIONARIES_VARIABLE, System.getenv().getOrDefault(DICTIONARIES_VARIABLE, ""));
    return environment;
  }

  private BootService start(
      Progress progress,
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
    environment.put("SPRING_MAIL_HOST", "127.0.0.1");
    environment.put("SPRING_MAIL_PORT", Integer.toString(ports.smtp()));
    environment.put("WATCHES_SITE", ports.url(list.gateway()));
    // nothing of a local run is reachable from other machines
    environment.put("SERVER_ADDRESS", "127.0.0.1");
    environment.put("MALLOC_ARENA_MAX", "2");
    // on a terminal shared by all parts, only what is ours to say and what is wrong
    environment.put("SPRING_MAIN_BANNER_MODE", "off");
    environment.put("SPRING_MAIN_LOG_STARTUP_INFO", "false");
    environment.put("LOGGING_LEVEL_ROOT", "warn");
    environment.put("LOGGING_LEVEL_ORG_APACHE_KAFKA", "error");
    environment.put("LOGGING_LEVEL_DEV_KANMIN", "info");
    environment.put("LOGGING_LEVEL_KANMIN", "info");
    environment.putAll(own);
    var management = own.getOrDefault(MANAGEMENT_VARIABLE, Integer.toString(port));
    var jar = workspace.jar(module);
    var cache = new AotCache(jar, jar.resolveSibling("class-cache"));
    var description =
        new BootService.Description(
            name,
            cache,
            port,
            Integer.parseInt(management),
            heapMegabytes,
            readiness,
            environment,
            workspace.log(name));
    var service = progress.of(name, () -> BootService.start(description));
    services.add(service);
    return service;
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
        ports.url(list.gateway()),
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
