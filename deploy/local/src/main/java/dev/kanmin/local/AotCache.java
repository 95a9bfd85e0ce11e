package dev.kanmin.local;

import dev.kanmin.infrastructure.ChildProcess;
import dev.kanmin.infrastructure.RunFolder;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/**
 * A cache of the loaded and linked classes of a boot jar (JEP 483, JEP 514), which makes later
 * starts take little more than half the processor time. It is good for exactly that jar and Java
 * machine; without it everything works as well.
 */
final class AotCache {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path jar;
  private final Path folder;

  /**
   * @param folder of its own, under the module's {@code target}
   */
  AotCache(Path jar, Path folder) {
    this.jar = jar;
    this.folder = folder;
  }

  /** How to run the jar: from the cache when it has been trained, else as it is. */
  List<String> arguments() {
    return isTrained()
        ? List.of("-XX:AOTCache=" + cache(), "-jar", extracted().toString())
        : List.of("-jar", jar.toString());
  }

  boolean isTrained() {
    try {
      return Files.exists(cache())
          && Files.exists(madeOf())
          && Files.readString(madeOf()).equals(fingerprint());
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Trains it: the application starts as far as its context, before it listens or consumes
   * anything, and ends. Runs at the lowest priority, beside a system that is in use.
   *
   * @return whether it worked; the log tells why not
   */
  boolean train(List<String> java, Map<String, String> environment, Path log) {
    try {
      RunFolder.delete(folder);
      Files.createDirectories(folder);
      var extract =
          with(
              java,
              "-Djarmode=tools",
              "-jar",
              jar.toString(),
              "extract",
              "--destination",
              folder.toString());
      // only what was extracted can be cached, not jars within a jar
      var learn =
          with(
              java,
              "-XX:AOTCacheOutput=" + cache(),
              "-Dspring.context.exit=onRefresh",
              "-jar",
              extracted().toString());
      var worked =
          run(extract, environment, log) && run(learn, environment, log) && Files.exists(cache());
      if (worked) {
        // written last: what is not whole does not count
        Files.writeString(madeOf(), fingerprint());
      }
      return worked;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the class cache in " + folder, e);
    }
  }

  private static List<String> with(List<String> java, String... arguments) {
    var command = new ArrayList<>(List.of("nice", "-n", "19"));
    command.addAll(java);
    command.addAll(List.of(arguments));
    return command;
  }

  private static boolean run(List<String> command, Map<String, String> environment, Path log) {
    try (var child = ChildProcess.start("class cache", command, environment, log)) {
      return child.exit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join() == 0;
    } catch (CompletionException e) {
      // too slow on this machine: it stays untrained
      return false;
    }
  }

  private Path cache() {
    return folder.resolve("classes.aot");
  }

  private Path extracted() {
    return folder.resolve(jar.getFileName());
  }

  private Path madeOf() {
    return folder.resolve("made-of");
  }

  /** By content: reproducible builds give every jar the same date. */
  private String fingerprint() throws IOException {
    var checksum = new CRC32C();
    try (var content =
        new CheckedInputStream(
            new BufferedInputStream(Files.newInputStream(jar), 1 << 20), checksum)) {
      var size = content.transferTo(OutputStream.nullOutputStream());
      return "%s %d %x %s"
          .formatted(jar, size, checksum.getValue(), System.getProperty("java.vm.version"));
    }
  }
}
