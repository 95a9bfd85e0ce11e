package dev.kanmin.infrastructure;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a {@code mongod} on this machine. */
public final class MongodLocator {
  /** Path of a {@code mongod} to use instead of looking for one. */
  public static final String VARIABLE = "KANMIN_MONGOD";

  private final Map<String, String> environment;

  public MongodLocator(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * The program named by {@code KANMIN_MONGOD}, else the first on the {@code PATH}, else the one
   * that {@link MongodDownload} has fetched.
   *
   * @throws IllegalStateException when {@code KANMIN_MONGOD} names something that cannot be run
   */
  public Optional<Path> find() {
    var named = environment.get(VARIABLE);
    if (named != null && !named.isBlank()) {
      var program = Path.of(named);
      if (!Files.isExecutable(program)) {
        throw new IllegalStateException(
            VARIABLE + " names " + program + ", which is not a program that can be run");
      }
      return Optional.of(program);
    }
    return Stream.concat(onPath(), Stream.of(fetched())).filter(Files::isExecutable).findFirst();
  }

  /**
   * Where {@link MongodDownload} puts the program: in the user's cache, named after the hash of its
   * package.
   */
  public Path fetched() {
    var cache = environment.get("XDG_CACHE_HOME");
    var root =
        cache != null && !cache.isBlank()
            ? Path.of(cache)
            : Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".cache");
    return root.resolve("kanmin")
        .resolve("mongod-" + MongodDownload.SHA256.substring(0, 12))
        .resolve("mongod");
  }

  private Stream<Path> onPath() {
    return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, "mongod"));
  }
}
