package dev.kanmin.gateway.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Where something that a record says is from, as its owner tells it.
 *
 * @param day of the source, or of when it was read; ISO 8601, empty when nothing says so
 * @param href empty when it has no address
 */
record Source(String text, String day, String href) {
  private static final String SOURCE = "source";
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final int LONGEST = 300;
  private static final int DEEPEST = 20;

  /** Of everything in an answer that names its source, in the order of the answer. */
  static List<Source> in(JsonNode answer) {
    List<Source> sources = new ArrayList<>();
    collect(answer, sources, DEEPEST);
    return sources.stream().distinct().toList();
  }

  private static void collect(JsonNode node, List<Source> sources, int deeper) {
    if (deeper == 0) {
      return;
    }
    JsonNode source = node.path(SOURCE);
    if (source.isString() && !source.asString().isBlank()) {
      sources.add(new Source(shortened(source.asString()), day(node), href(node)));
    }
    node.forEach(part -> collect(part, sources, deeper - 1));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  /** The latest of the days beside it. */
  private static String day(JsonNode node) {
    return node.valueStream()
        .filter(JsonNode::isString)
        .map(JsonNode::asString)
        .filter(text -> DAY.matcher(text).matches())
        .max(String::compareTo)
        .orElse("");
  }

  private static String href(JsonNode node) {
    return Optional.of(node.path("url").asString(""))
        .filter(url -> url.matches("https?://\\S{1,500}"))
        .orElse("");
  }
}
