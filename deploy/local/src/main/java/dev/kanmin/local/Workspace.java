package dev.kanmin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where things are.
 *
 * @param root the checked-out project
 * @param data what the run keeps: {@code KANMIN_DATA}, by default {@code .data}
 */
record Workspace(Path root, Path data) {
  private static final String DATA_VARIABLE = "KANMIN_DATA";

  /** The workspace of the current directory. */
  static Workspace here() {
    var root = Path.of("").toAbsolutePath();
    var data =
        Optional.ofNullable(System.getenv(DATA_VARIABLE))
            .filter(name -> !name.isBlank())
            .orElse(".data");
    return new Workspace(root, root.resolve(data));
  }

  Path log(String part) {
    return data.resolve("logs").resolve(part + ".log");
  }

  Path stateFile() {
    return data.resolve("run.json");
  }

  Path lockFile() {
    return data.resolve("run.lock");
  }

  /**
   * The boot jar that a module has built.
   *
   * @param module such as {@code services/gateway}
   * @throws IllegalStateException when it has not been built
   */
  Path jar(String module) {
    var target = root.resolve(module).resolve("target");
    var prefix = Path.of(module).getFileName() + "-";
    if (Files.isDirectory(target)) {
      try (Stream<Path> files = Files.list(target)) {
        var jar = files.filter(file -> isJar(file.getFileName().toString(), prefix)).findFirst();
        if (jar.isPresent()) {
          return jar.get();
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot look for the jar of " + module, e);
      }
    }
    throw new IllegalStateException(module + " has not been built: make build");
  }

  private static boolean isJar(String name, String prefix) {
    return name.startsWith(prefix) && name.endsWith(".jar") && !name.endsWith("-sources.jar");
  }
}
