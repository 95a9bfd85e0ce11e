package dev.kanmin.bench.stage;

import dev.kanmin.infrastructure.ChildProcess;
import dev.kanmin.infrastructure.Ports;
import dev.kanmin.infrastructure.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A PostgreSQL of this machine (Debian's package) with an empty database in a folder of its own and
 * its ordinary durability. It refuses to run as root, so root lends it another user.
 */
public final class PostgresProcess implements AutoCloseable {
  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String USER = "bench";

  /** The user {@code nobody} of every Debian. */
  private static final String NOBODY = "65534";

  /** Not below the project, which the account that runs PostgreSQL may not be able to enter. */
  private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

  private final Path folder;
  private final int port;
  private final ChildProcess process;

  private PostgresProcess(Path folder, int port, ChildProcess process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /**
   * Starts the newest one that is installed.
   *
   * @param log its log
   * @throws NotPossibleHere when none is installed
   */
  static PostgresProcess start(Path log) {
    var programs = programs();
    var port = Ports.free();
    try {
      var folder = RunFolder.make(TEMPORARY, "kanmin-bench-postgresql");
      lend(folder);
      var data = folder.resolve("data").toString();
      run(
          programs.resolve("initdb").toString(),
          log,
          "-D",
          data,
          "-U",
          USER,
          "-A",
          "trust",
          "-E",
          "UTF8",
          "--locale=C");
      var command =
          asUser(
              programs.resolve("postgres").toString(),
              "-D",
              data,
              "-p",
              Integer.toString(port),
              "-h",
              "127.0.0.1",
              "-k",
              folder.toString(),
              "-c",
              "shared_buffers=256MB");
      var process = ChildProcess.start("postgresql", command, Map.of("LC_ALL", "C"), log);
      process.awaitReady(PATIENCE, () -> Ports.isServed(port));
      return new PostgresProcess(folder, port, process);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare a folder for PostgreSQL", e);
    }
  }

  /** For JDBC; the user needs no password. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres?user=%s".formatted(port, USER);
  }

  private static Path programs() {
    if (Files.isDirectory(VERSIONS)) {
      try (Stream<Path> versions = Files.list(VERSIONS)) {
        return versions
            .map(version -> version.resolve("bin"))
            .filter(folder -> Files.isExecutable(folder.resolve("postgres")))
            .max(Comparator.comparing(Path::toString))
            .orElseThrow(PostgresProcess::missing);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot look for PostgreSQL in " + VERSIONS, e);
      }
    }
    throw missing();
  }

  private static NotPossibleHere missing() {
    return new NotPossibleHere("no PostgreSQL on this machine (apt-get install postgresql)");
  }

  private static void lend(Path folder) throws IOException {
    if (isRoot()) {
      Files.setAttribute(folder, "unix:uid", Integer.parseInt(NOBODY));
      Files.setAttribute(folder, "unix:gid", Integer.parseInt(NOBODY));
    }
  }

  private static void run(String program, Path log, String... arguments) {
    var command = new ArrayList<>(List.of(arguments));
    command.addFirst(program);
    try (var tool =
        ChildProcess.start(
            "initdb", asUser(command.toArray(String[]::new)), Map.of("LC_ALL", "C"), log)) {
      if (tool.exit().join() != 0) {
        throw new IllegalStateException(
            "PostgreSQL's folder could not be prepared:\n" + tool.tail());
      }
    }
  }

  private static List<String> asUser(String... command) {
    var all = new ArrayList<String>();
    if (isRoot()) {
      all.addAll(List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups", "--"));
    }
    all.addAll(List.of(command));
    return all;
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  @Override
  public void close() {
    process.close();
    try {
      RunFolder.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + folder, e);
    }
  }
}
