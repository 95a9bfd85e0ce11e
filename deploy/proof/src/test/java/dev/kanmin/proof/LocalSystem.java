package dev.kanmin.proof;

import dev.kanmin.infrastructure.ChildProcess;
import dev.kanmin.infrastructure.RunFolder;
import dev.kanmin.testkit.Await;
import dev.kanmin.testkit.LiftedLimits;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole system, started by the launcher with the jars and the program of {@code make run}, in a
 * data folder of its own. Ports are the usual ones where they are free, else any.
 */
public final class LocalSystem implements AutoCloseable {
  private static final String LOG = "launcher.log";
  private static final Duration START_PATIENCE = Duration.ofMinutes(4);
  private static final Duration STOP_PATIENCE = Duration.ofMinutes(2);
  private static final Duration RESTART_PATIENCE = Duration.ofMinutes(2);

  private final String name;
  private final Path data;
  private final Map<String, String> environment;
  private Optional<ChildProcess> launcher;
  private Api api;
  private Optional<String> kafka = Optional.empty();

  private LocalSystem(
      String name, Path data, Map<String, String> environment, Optional<ChildProcess> launcher) {
    this.name = name;
    this.data = data;
    this.environment = environment;
    this.launcher = launcher;
    this.api = new Api(state());
    sayStarted();
  }

  /**
   * Starts everything and returns when everything is ready. What one client may ask for has no
   * limits: the tests are one client to the gateway.
   *
   * @param name of the data folder below {@code target/local-systems}
   * @param environment what {@code make run} is given beside the data folder
   * @throws IllegalStateException with the end of the launcher's log when it does not come up
   */
  public static LocalSystem start(String name, Map<String, String> environment) {
    var lifted = new HashMap<>(LiftedLimits.environment());
    lifted.putAll(environment);
    return startLimited(name, lifted);
  }

  /** The same as {@code make run} has it, with its limits. */
  static LocalSystem startLimited(String name, Map<String, String> environment) {
    var data = newFolder(name);
    var system =
        new LocalSystem(name, data, environment, Optional.of(launch(name, data, environment)));
    // also when the tests are broken off
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> system.launcher.ifPresent(ChildProcess::close)));
    return system;
  }

  /** A system that somebody else runs on this data folder, and will stop. */
  public static LocalSystem running(Path data) {
    return new LocalSystem("running", data.toAbsolutePath(), Map.of(), Optional.empty());
  }

  /** The API as the agencies see it: through the gateway, with tokens of the issuer. */
  public Api api() {
    return api;
  }

  /** Address of the gateway, without a slash at the end. */
  public String gateway() {
    return state().gateway();
  }

  /** The data folder. */
  Path data() {
    return data;
  }

  RunFile state() {
    return RunFile.read(data.resolve("run.json"))
        .orElseThrow(() -> new AssertionError(name + " does not run"));
  }

  Broker broker() {
    return new Broker(kafka.orElseGet(() -> state().kafka()));
  }

  /** Where tests look into Kafka, when the services reach it by a way that is made to fail. */
  void lookIntoKafkaAt(String bootstrap) {
    kafka = Optional.of(bootstrap);
  }

  Signals signals() {
    return new Signals(this);
  }

  /** Stops everything and starts it again on the same data, as {@code make stop run} does. */
  void restart() {
    close();
    launcher = Optional.of(launch(name, data, environment));
    api = new Api(state());
    sayStarted();
  }

  /** Waits until a part runs in another process than this one and is ready. */
  void awaitSuccessor(String part, long formerPid) {
    Await.until(
        "%s to be started again after process %d".formatted(part, formerPid),
        RESTART_PATIENCE,
        () -> isReadyAfter(part, formerPid));
  }

  private boolean isReadyAfter(String part, long formerPid) {
    var process = state().process(part);
    return process.pid() != formerPid
        && ProcessHandle.of(process.pid()).isPresent()
        && (!Services.PROGRAMS.contains(part) || isReady(part));
  }

  boolean isReady(String service) {
    var health = URI.create(state().process(service).management() + "/actuator/health/readiness");
    return api.attempt(Request.get(health)).filter(answer -> answer.status() == 200).isPresent();
  }

  /** What the launcher and its services said since the first start. */
  String wholeLog() {
    try {
      return Files.readString(data.resolve(LOG));
    } catch (IOException e) {
      throw new UncheckedIOException("only a system started here has its log here", e);
    }
  }

  /** Stops everything, as Ctrl-C does. */
  @Override
  public void close() {
    for (var process : launcher.stream().toList()) {
      if (!process.stop(STOP_PATIENCE)) {
        throw new AssertionError(name + " did not stop when it was asked to: " + process.tail());
      }
    }
  }

  private static ChildProcess launch(String name, Path data, Map<String, String> environment) {
    var root = root();
    var target = root.resolve("deploy/local/target");
    var all = new HashMap<>(environment);
    all.put("KANMIN_DATA", data.toString());
    // what is killed a hundred times on purpose is not something that cannot run
    all.put("KANMIN_LONGEST_PAUSE", "2");
    all.put("CLASSPATH", jar(target) + File.pathSeparator + target.resolve("lib") + "/*");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    // the launcher takes its directory for the checked-out project
    var command =
        List.of(
            "sh",
            "-c",
            "cd \"$0\" && exec \"$@\"",
            root.toString(),
            java,
            "-Xmx96m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "dev.kanmin.local.Launcher",
            "run");
    var process = ChildProcess.start("launcher of " + name, command, all, data.resolve(LOG));
    try {
      process.awaitReady(START_PATIENCE, () -> isReadyOnce(data));
      return process;
    } catch (RuntimeException e) {
      process.close();
      throw e;
    }
  }

  private static boolean isReadyOnce(Path data) {
    return RunFile.read(data.resolve("run.json")).filter(RunFile::ready).isPresent();
  }

  private void sayStarted() {
    var state = state();
    Results.say(
        "%s: everything ready after %.1f s, store %s"
            .formatted(name, state.readyAfterMillis() / 1000.0, state.store().kind()));
    Results.noteStore(state.store().kind());
  }

  private static Path jar(Path target) {
    try (var files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().matches("local-.*\\.jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("deploy/local is not built: make build"));
    } catch (IOException e) {
      throw new UncheckedIOException("deploy/local is not built: make build", e);
    }
  }

  /** The checked-out project, from the folder of this module or from anywhere below it. */
  static Path root() {
    return Optional.of(Path.of("").toAbsolutePath())
        .flatMap(LocalSystem::rootAbove)
        .orElseThrow(() -> new IllegalStateException("not within the checked-out project"));
  }

  private static Optional<Path> rootAbove(Path folder) {
    for (var at = Optional.of(folder); at.isPresent(); at = at.map(Path::getParent)) {
      if (Files.exists(at.get().resolve("deploy/local/pom.xml"))) {
        return at;
      }
    }
    return Optional.empty();
  }

  /** Stays for looking at logs until the next run. */
  static Path newFolder(String name) {
    return RunFolder.make(Path.of("target", "local-systems").toAbsolutePath(), name);
  }
}
