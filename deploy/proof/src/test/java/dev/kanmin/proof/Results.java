package dev.kanmin.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What the tests found, for people: on the terminal, and in {@code target/proof-results.txt}. */
final class Results {
  private static final Path FILE = Path.of("target", "proof-results.txt").toAbsolutePath();

  private Results() {}

  static synchronized void say(String line) {
    System.out.println("proof: " + line);
    write(FILE, line + "\n", StandardOpenOption.APPEND);
  }

  /** For the closing table of {@code make test}: nothing is silently green. */
  static synchronized void noteStore(String kind) {
    write(FILE.resolveSibling("kanmin-test-stores.txt"), kind + "\n", StandardOpenOption.APPEND);
  }

  /** Replaces a file of {@code target} with figures for programs. */
  static void write(String file, String json) {
    write(FILE.resolveSibling(file), json + "\n", StandardOpenOption.TRUNCATE_EXISTING);
  }

  private static void write(Path file, String text, StandardOpenOption how) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text, StandardOpenOption.CREATE, how);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
