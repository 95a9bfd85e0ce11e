package dev.kanmin.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Folders for the data of test runs and measurements, which can be gigabytes. They stay for looking
 * at until a later run makes one for the same purpose; those of runs that still go on stay too.
 */
public final class RunFolder {
  private RunFolder() {}

  /**
   * Makes a new empty folder, and deletes what earlier runs left for that purpose.
   *
   * @param parent is made if it is not there
   * @param purpose begins the folder's name
   * @throws UncheckedIOException if that is not possible
   */
  public static Path make(Path parent, String purpose) {
    try {
      Files.createDirectories(parent);
      leftBehind(parent, purpose).forEach(RunFolder::deleteIfPossible);
      var prefix = "%s-%d-".formatted(purpose, ProcessHandle.current().pid());
      return Files.createTempDirectory(parent, prefix);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a folder for " + purpose + " in " + parent, e);
    }
  }

  /** Deletes a folder with all that is in it, or a file; nothing if it is not there. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void deleteIfPossible(Path left) {
    try {
      delete(left);
    } catch (IOException | UncheckedIOException othersOwnIt) {
      // it does no harm but take room
    }
  }

  private static List<Path> leftBehind(Path parent, String purpose) throws IOException {
    var name = Pattern.compile(Pattern.quote(purpose) + "-(\\d+)-\\d+");
    try (Stream<Path> folders = Files.list(parent)) {
      return folders.filter(folder -> isLeft(name.matcher(folder.getFileName() + ""))).toList();
    }
  }

  private static boolean isLeft(Matcher name) {
    return name.matches()
        && ProcessHandle.of(Long.parseLong(name.group(1))).filter(ProcessHandle::isAlive).isEmpty();
  }
}
