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

  private ServerProcess(ChildProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it and returns when it is ready.
   *
   * @param ready path that answers 200 when it is
   * @throws IllegalStateException with the end of its log when it does not come up
   */
  static ServerProcess start(
      String name,
      List<String> command,
      Map<String, String> environment,
      Path log,
      int port,
      String ready) {
    var process = ChildProcess.start(name, command, environment, log);
    var server = new ServerProcess(process, port);
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
        HttpRequest.newBuilder(URI.create(url() + path)).timeout(Duration.ofSeconds(5)).build();
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
