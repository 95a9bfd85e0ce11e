package dev.kanmin.bench.stage;

import dev.kanmin.infrastructure.ChildProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An HTTP server in a process of its own, on a port of the loopback address. */
public final class ServerProcess implements AutoCloseable {
  private static final Duration START_PATIENCE = Duration.ofMinutes(5);

  private final ChildProcess process;
  private final int port;
  private final int managementPort;

  private ServerProcess(ChildProcess process, int port, int managementPort) {
    this.process = process;
    this.port = port;
    this.managementPort = managementPort;
  }

  /**
   * Starts it and returns when it is ready.
   *
   * @param ready path that answers 200 when it is, on the port of health and metrics
   * @throws IllegalStateException with the end of its log when it does not come up
   */
  static ServerProcess start(
      String name,
      List<String> command,
      Map<String, String> environment,
      Path log,
      int port,
      int managementPort,
      String ready) {
    var process = ChildProcess.start(name, command, environment, log);
    var server = new ServerProcess(process, port, managementPort);
    try (var http = HttpClient.newHttpClient()) {
      process.awaitReady(START_PATIENCE, () -> server.answers(http, ready));
      return server;
    } catch (RuntimeException failure) {
      process.killForcibly();
      throw failure;
    }
  }

  public int port() {
    return port;
  }

  /** Of its health and metrics; the same as {@link #port} unless they have their own. */
  public int managementPort() {
    return managementPort;
  }

  /** {@code http://127.0.0.1:<port>}, without a slash at the end. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  public ChildProcess process() {
    return process;
  }

  /**
   * Processor time that the process has used so far, in microseconds, in steps of 10,000.
   *
   * @throws IllegalStateException when the system has no {@code /proc}
   */
  public long cpuMicros() {
    return ProcessorTime.ofProcess(process.pid()).toNanos() / 1_000;
  }

  private boolean answers(HttpClient http, String path) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Kills it: nothing that it would still do is looked at, and an orderly end takes seconds. */
  @Override
  public void close() {
    process.killForcibly();
  }
}
