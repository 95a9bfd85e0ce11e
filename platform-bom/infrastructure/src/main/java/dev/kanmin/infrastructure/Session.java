package dev.kanmin.infrastructure;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Starts children in a session of their own where the system has {@code setsid}: a Ctrl-C in the
 * terminal then reaches the launcher alone, which stops its children in order. {@code setsid}
 * becomes the program, so the process id is the program's.
 */
final class Session {
  private static final Optional<Path> SETSID =
      Arrays.stream(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
          .map(folder -> Path.of(folder, "setsid"))
          .filter(Files::isExecutable)
          .findFirst();

  private Session() {}

  static List<String> own(List<String> command) {
    var all = new ArrayList<String>();
    SETSID.map(Path::toString).ifPresent(all::add);
    all.addAll(command);
    return all;
  }
}
