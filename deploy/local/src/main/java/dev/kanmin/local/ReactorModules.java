package dev.kanmin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The list of modules in the root {@code pom.xml}. */
final class ReactorModules {
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  private ReactorModules() {}

  /** Their folders relative to the root, in the order of the list. */
  static List<String> in(Path root) {
    try {
      return MODULE
          .matcher(Files.readString(root.resolve("pom.xml")))
          .results()
          .map((MatchResult module) -> module.group(1).strip())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the root pom.xml", e);
    }
  }
}
