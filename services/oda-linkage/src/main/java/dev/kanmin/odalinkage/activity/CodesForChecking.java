package dev.kanmin.odalinkage.activity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads {@code iati-codes.txt}, which explains itself. */
final class CodesForChecking {
  private static final String RESOURCE = "iati-codes.txt";

  private CodesForChecking() {}

  /** Codes by the standard's name of their list. */
  static Map<String, Set<String>> read() {
    Map<String, Set<String>> lists = new HashMap<>();
    Set<String> codes = Set.of();
    for (String line : lines()) {
      if (line.endsWith(":")) {
        codes = new HashSet<>();
        lists.put(line.substring(0, line.length() - 1), codes);
      } else if (!line.startsWith("#") && !line.isBlank()) {
        codes.addAll(List.of(line.strip().split(" ")));
      }
    }
    return Map.copyOf(lists);
  }

  private static List<String> lines() {
    try (InputStream input = CodesForChecking.class.getResourceAsStream(RESOURCE)) {
      byte[] bytes = Objects.requireNonNull(input, RESOURCE).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException cannotRead) {
      throw new UncheckedIOException(cannotRead);
    }
  }
}
