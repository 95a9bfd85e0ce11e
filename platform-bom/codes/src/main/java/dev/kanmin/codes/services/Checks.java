package dev.kanmin.codes.services;

import dev.kanmin.codes.Language;
import dev.kanmin.codes.LocalizedText;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an entry of the list must keep; each fault names the property and what it should be. */
final class Checks {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern SCOPE = Pattern.compile("[a-z]+(-[a-z]+)*:[a-z]+(-[a-z]+)*");
  private static final Pattern PATH = Pattern.compile("/v1(/[a-z0-9]+(-[a-z0-9]+)*)+");

  /** The last word of the feed's topic, and what is no service but stands beside them. */
  private static final Set<String> TAKEN = Set.of("feed", Gateway.NAME, "issuer", "kafka", "store");

  private static final int SMALLEST_HEAP = 64;
  private static final int LARGEST_HEAP = 1024;

  private Checks() {}

  static void name(String name) {
    require(NAME.matcher(name).matches(), "name", name, "lower-case words such as trade-missions");
    require(!TAKEN.contains(name), "name", name, "none of " + TAKEN.stream().sorted().toList());
  }

  static void label(LocalizedText label) {
    var missing =
        Language.OF_THE_SITE.stream()
            .map(Language::tag)
            .filter(tag -> !label.texts().containsKey(tag))
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("label: the text in " + missing + " is missing");
    }
  }

  static void path(String path) {
    require(PATH.matcher(path).matches(), "paths", path, "such as /v1/missions");
  }

  static void transfer(Transfer transfer, List<String> paths) {
    require(
        paths.stream().anyMatch(path -> isBelow(path, transfer.path())),
        "transfers",
        transfer.path(),
        "below one of the paths " + paths);
  }

  static void scope(String scope) {
    require(SCOPE.matcher(scope).matches(), "scopes", scope, "such as missions:read");
  }

  static void heap(int megabytes) {
    require(
        megabytes >= SMALLEST_HEAP && megabytes <= LARGEST_HEAP,
        "heapMegabytes",
        Integer.toString(megabytes),
        SMALLEST_HEAP + " to " + LARGEST_HEAP);
  }

  static boolean isBelow(String path, String candidate) {
    return (candidate + "/").startsWith(path + "/");
  }

  private static void require(boolean valid, String property, String value, String expected) {
    if (!valid) {
      throw new IllegalArgumentException(
          "%s: '%s' is not possible: expected %s".formatted(property, value, expected));
    }
  }
}
