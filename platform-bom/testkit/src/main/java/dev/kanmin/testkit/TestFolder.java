package dev.kanmin.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders for what tests leave behind, under the module's {@code target}. */
final class TestFolder {
  private TestFolder() {}

  static Path target() {
    return Path.of("target").toAbsolutePath();
  }

  /** A new empty folder; it stays for looking at logs until the next {@code mvn clean}. */
  static Path make(String purpose) {
    try {
      var parent = Files.createDirectories(target().resolve("test-processes"));
      return Files.createTempDirectory(parent, purpose + "-");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a folder for " + purpose, e);
    }
  }
}
