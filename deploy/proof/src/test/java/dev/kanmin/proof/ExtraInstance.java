package dev.kanmin.proof;

import dev.kanmin.infrastructure.ChildProcess;
import dev.kanmin.infrastructure.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One more process of a service of a running system: the same program with the same environment, as
 * Linux tells of the first, on a port of its own.
 */
final class ExtraInstance implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final LocalSystem system;
  private final String address;
  private final String management;
  private final ChildProcess process;

  private ExtraInstance(
      LocalSystem system, String address, String management, ChildProcess process) {
    this.system = system;
    this.address = address;
    this.management = management;
    this.process = process;
  }

  /** Starts it and returns when it is ready. */
  static ExtraInstance of(LocalSystem system, String service) {
    var first = Path.of("/proc", Long.toString(system.state().process(service).pid()));
    var port = Ports.free();
    var management = service.equals("gateway") ? Ports.free() : port;
    var environment = new HashMap<>(environment(first));
    environment.put("KANMIN_PORT", Integer.toString(port));
    environment.put("KANMIN_MANAGEMENT_PORT", Integer.toString(management));
    var log = system.data().resolve("logs").resolve("another-" + service + ".log");
    var process =
        ChildProcess.start(
            "another " + service, strings(first.resolve("cmdline")), environment, log);
    var instance =
        new ExtraInstance(
            system, "http://127.0.0.1:" + port, "http://127.0.0.1:" + management, process);
    process.awaitReady(PATIENCE, instance::isReady);
    return instance;
  }

  /** Its own door. */
  Api api() {
    return system.api().through(address);
  }

  String address() {
    return address;
  }

  long pid() {
    return process.pid();
  }

  private boolean isReady() {
    return system
        .api()
        .attempt(Request.get(URI.create(management + "/actuator/health/readiness")))
        .filter(answer -> answer.status() == 200)
        .isPresent();
  }

  private static Map<String, String> environment(Path process) {
    var variables = new HashMap<String, String>();
    for (var variable : strings(process.resolve("environ"))) {
      var name = variable.split("=", 2);
      if (name.length == 2) {
        variables.put(name[0], name[1]);
      }
    }
    return variables;
  }

  private static List<String> strings(Path file) {
    try {
      var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return List.of(text.split("\0"));
    } catch (IOException e) {
      throw new UncheckedIOException("processes are read from /proc: run this on Linux", e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
