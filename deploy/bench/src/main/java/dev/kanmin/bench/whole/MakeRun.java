package dev.kanmin.bench.whole;

import dev.kanmin.bench.stage.Stage;
import dev.kanmin.infrastructure.ChildProcess;
import dev.kanmin.testkit.LiftedLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that {@code make run} starts, by the same launcher, in a data folder of its own. */
final class MakeRun implements AutoCloseable {
  private static final Duration START_PATIENCE = Duration.ofMinutes(5);
  private static final Duration STOP_PATIENCE = Duration.ofMinutes(2);
  private static final String DEMO_SECRET = "kanmin-local";

  private final Path log;
  private final ChildProcess launcher;
  private final JsonNode state;

  private MakeRun(Path log, ChildProcess launcher, JsonNode state) {
    this.log = log;
    this.launcher = launcher;
    this.state = state;
  }

  /** The one that several metrics use, on the store that it chooses itself; the stage closes it. */
  static MakeRun shared(Stage stage) {
    return stage.shared(MakeRun.class, () -> start(stage, Map.of()));
  }

  /**
   * Starts it and returns when everything is ready.
   *
   * @param environment what {@code make run} is given, beside the data folder, which is kept from
   *     one start to the next
   */
  static MakeRun start(Stage stage, Map<String, String> environment) {
    var data = stage.folder().resolve("make-run-" + environment.getOrDefault("KANMIN_STORE", ""));
    var target = stage.root().resolve("deploy/local/target");
    var all = new HashMap<>(LiftedLimits.environment());
    all.putAll(environment);
    all.put("KANMIN_DATA", data.toString());
    all.put("CLASSPATH", stage.jar("deploy/local") + ":" + target.resolve("lib") + "/*");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    // the launcher takes its directory, which is this program's too, for the checked-out project
    var command =
        List.of(
            java,
            "-Xmx96m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "dev.kanmin.local.Launcher",
            "run");
    var log = data.resolve("launcher.log");
    var launcher = ChildProcess.start("make run", command, all, log);
    try {
      launcher.awaitReady(START_PATIENCE, () -> state(data).path("ready").asBoolean(false));
      return new MakeRun(log, launcher, state(data));
    } catch (RuntimeException failure) {
      launcher.close();
      throw failure;
    }
  }

  /** How long it took until everything was ready, as the launcher measured it. */
  double readyAfterSeconds() {
    return state.required("readyAfterMillis").asLong() / 1000.0;
  }

  int gatewayPort() {
    return URI.create(state.required("gateway").asString()).getPort();
  }

  /** {@code mongodb} or {@code embedded}. */
  String store() {
    return state.at("/store/kind").asString();
  }

  /** What the launcher said so far. */
  String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException("no log of make run", e);
    }
  }

  /** A token of a demo client. */
  String token(String client) {
    var basic =
        Base64.getEncoder()
            .encodeToString((client + ":" + DEMO_SECRET).getBytes(StandardCharsets.UTF_8));
    var request =
        HttpRequest.newBuilder(URI.create(state.required("issuer").asString() + "/oauth2/token"))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      return JsonMapper.shared().readTree(answer.body()).required("access_token").asString();
    } catch (IOException e) {
      throw new UncheckedIOException("the issuer does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static JsonNode state(Path data) {
    try {
      var file = data.resolve("run.json");
      return JsonMapper.shared().readTree(Files.exists(file) ? Files.readString(file) : "{}");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the state of make run", e);
    }
  }

  /** Kills everything: its data will not be needed again. */
  @Override
  public void close() {
    var parts =
        ProcessHandle.of(launcher.pid()).stream().flatMap(ProcessHandle::descendants).toList();
    launcher.killForcibly();
    parts.forEach(ProcessHandle::destroyForcibly);
  }

  /** Stops it as {@code make stop} does, so that the next start finds its data in order. */
  void stop() {
    if (!launcher.stop(STOP_PATIENCE)) {
      throw new IllegalStateException("make run did not stop: " + launcher.tail());
    }
  }
}
