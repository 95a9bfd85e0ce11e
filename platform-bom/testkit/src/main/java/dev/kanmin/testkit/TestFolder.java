package dev.kanmin.testkit;

import dev.kanmin.infrastructure.RunFolder;
import java.nio.file.Path;

/** Folders for what tests leave behind, under the module's {@code target}. */
final class TestFolder {
  private TestFolder() {}

  static Path target() {
    return Path.of("target").toAbsolutePath();
  }

  /** A new empty folder; it stays for looking at logs until the next run. */
  static Path make(String purpose) {
    return RunFolder.make(target().resolve("test-processes"), purpose);
  }
}
