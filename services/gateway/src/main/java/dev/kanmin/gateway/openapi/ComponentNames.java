package dev.kanmin.gateway.openapi;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Decides which components of the parts may share a name. Parts that say the same share it; where
 * they differ, or refer to something that differs, each gets its service's name before its own.
 */
final class ComponentNames {
  private static final String PREFIX = "#/components/";
  private static final String REFERENCE = "$ref";

  /** Such as {@code #/components/schemas/Page}. */
  private final Set<String> conflicting;

  ComponentNames(List<ApiPart> parts) {
    this.conflicting = conflicting(parts);
  }

  /** The part's name of a component in the merged document. */
  String name(ApiPart part, String section, String name) {
    return conflicting.contains(PREFIX + section + "/" + name) ? part.service() + "." + name : name;
  }

  /** The same node with its references following the names. */
  JsonNode renamed(ApiPart part, JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        var copy = object.objectNode();
        object
            .properties()
            .forEach(
                field ->
                    copy.set(
                        field.getKey(),
                        field.getKey().equals(REFERENCE)
                            ? StringNode.valueOf(reference(part, field.getValue().asString()))
                            : renamed(part, field.getValue())));
        yield copy;
      }
      case ArrayNode array -> {
        var copy = array.arrayNode();
        array.forEach(element -> copy.add(renamed(part, element)));
        yield copy;
      }
      default -> node;
    };
  }

  private String reference(ApiPart part, String reference) {
    if (!conflicting.contains(reference)) {
      return reference;
    }
    var slash = reference.lastIndexOf('/') + 1;
    return reference.substring(0, slash) + part.service() + "." + reference.substring(slash);
  }

  private static Set<String> conflicting(List<ApiPart> parts) {
    Map<String, Set<JsonNode>> meanings = new HashMap<>();
    for (var part : parts) {
      part.document()
          .path("components")
          .properties()
          .forEach(
              section ->
                  section
                      .getValue()
                      .properties()
                      .forEach(
                          component ->
                              meanings
                                  .computeIfAbsent(
                                      PREFIX + section.getKey() + "/" + component.getKey(),
                                      name -> new HashSet<>())
                                  .add(component.getValue())));
    }
    var found =
        meanings.entrySet().stream()
            .filter(component -> component.getValue().size() > 1)
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(HashSet::new));
    // what refers to something that is renamed differs by that, too
    while (found.addAll(
        meanings.entrySet().stream()
            .filter(component -> component.getValue().stream().anyMatch(it -> mentions(it, found)))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet()))) {}
    return Set.copyOf(found);
  }

  private static boolean mentions(JsonNode node, Set<String> references) {
    return node.findValues(REFERENCE).stream()
        .anyMatch(reference -> references.contains(reference.asString()));
  }
}
