package dev.kanmin.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * Notes in the module's {@code target} which stores its tests have really used: nothing is silently
 * green.
 */
final class StoresUsed {
  static final String FILE = "kanmin-test-stores.txt";

  private StoresUsed() {}

  static synchronized void note(String store) {
    var file = TestFolder.target().resolve(FILE);
    try {
      Files.createDirectories(file.getParent());
      if (Files.notExists(file) || !Files.readAllLines(file).contains(store)) {
        Files.writeString(file, store + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot note the store in " + file, e);
    }
  }
}
