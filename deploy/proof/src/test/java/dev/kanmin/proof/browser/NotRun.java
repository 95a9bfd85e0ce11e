package dev.kanmin.proof.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Assumptions;

/**
 * Says that a test was not run, where the closing table of {@code make test} reads it: nothing is
 * silently green.
 */
final class NotRun {
  private static final Path FILE = Path.of("target", "kanmin-not-run.txt");

  private NotRun() {}

  /** Aborts the test and notes why: {@code the pages in a browser: not run: no Chromium}. */
  static void because(String what, String reason) {
    var line = what + ": not run: " + reason;
    try {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + FILE, e);
    }
    Assumptions.abort(line);
  }
}
