package dev.kanmin.local;

import dev.kanmin.infrastructure.ChildProcess;
import dev.kanmin.infrastructure.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An ordinary Spring Boot jar as a process of its own, with a small heap. */
final class BootService {
  private static final Duration START_PATIENCE = Duration.ofMinutes(3);
  private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(2);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(ANSWER_PATIENCE).build();

  private final Description description;
  private volatile ChildProcess process;

  /**
   * @param port on 127.0.0.1
   * @param heapMegabytes the most that its heap may take; resident it takes about 100 MB more
   * @param managementPort where its health and metrics are; the same port unless they have their
   *     own
   * @param readiness path there that answers 200 when it is ready
   */
  record Description(
      String name,
      AotCache cache,
      int port,
      int managementPort,
      int heapMegabytes,
      String readiness,
      Map<String, String> environment,
      Path log) {}

  private BootService(Description description) {
    this.description = description;
    this.process = launch();
  }

  /** Starts it and returns when it is ready. */
  static BootService start(Description description) {
    return new BootService(description);
  }

  String name() {
    return description.name();
  }

  String url() {
    return "http://127.0.0.1:" + description.port();
  }

  String managementUrl() {
    return "http://127.0.0.1:" + description.managementPort();
  }

  ChildProcess process() {
    return process;
  }

  void restart() {
    process.close();
    process = launch();
  }

  private ChildProcess launch() {
    var name = description.name();
    if (!Ports.isFree(description.port())) {
      // whoever answers there would be taken for ours
      throw new IllegalStateException(
          "%s cannot start: another program has taken its port %d meanwhile"
              .formatted(name, description.port()));
    }
    var child =
        ChildProcess.start(
            name,
            command(),
            description.environment(),
            description.log(),
            line -> Console.say(name, line));
    try {
      child.awaitReady(START_PATIENCE, this::isReady);
      return child;
    } catch (RuntimeException e) {
      child.killForcibly();
      throw e;
    }
  }

  /**
   * Trains the class cache, so that the next start is faster. Returns whether there was anything to
   * do.
   */
  boolean train() {
    var cache = description.cache();
    if (cache.isTrained()) {
      return false;
    }
    var environment = new HashMap<>(description.environment());
    environment.put("KANMIN_PORT", "0");
    environment.put("KANMIN_MANAGEMENT_PORT", "0");
    var log = description.log().resolveSibling(name() + "-class-cache.log");
    return cache.train(java(), environment, log);
  }

  private List<String> command() {
    var command = java();
    command.addAll(description.cache().arguments());
    return command;
  }

  private List<String> java() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // made for many small processes beside one another: little memory, an early start
    command.add("-Xmx" + description.heapMegabytes() + "m");
    command.add("-Xss512k");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:ReservedCodeCacheSize=64m");
    // eight bytes less for each object: a tenth of what such a heap holds
    command.add("-XX:+UseCompactObjectHeaders");
    // what the compiler took while starting goes back to the system: 10 to 15 MB of a gateway
    command.add("-XX:TrimNativeHeapInterval=5000");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    return command;
  }

  private boolean isReady() {
    var request =
        HttpRequest.newBuilder(URI.create(managementUrl() + description.readiness()))
            .timeout(ANSWER_PATIENCE)
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
