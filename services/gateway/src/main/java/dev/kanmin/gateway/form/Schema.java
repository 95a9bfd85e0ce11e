package dev.kanmin.gateway.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a value can be, as the description of the API has it.
 *
 * @param document that references lead into
 * @param node without reference
 * @param name of the type; of what has none, that of the type around it and the property
 * @param description of the place where it stands, else of the type
 */
public record Schema(JsonNode document, JsonNode node, String name, String description) {
  /** What is any JSON: its description lists the questions that a library asks of it. */
  private static final String ANY_JSON = "JsonNode";

  private static final String REFERENCE = "#/components/schemas/";

  static Schema of(JsonNode document, JsonNode node, String fallback) {
    JsonNode resolved = node;
    String name = fallback;
    String description = node.path("description").asString("");
    // deeper than any chain of references is, so that a circle ends
    for (int hops = 0; hops < 8 && resolved.has("$ref"); hops++) {
      String target = resolved.path("$ref").asString().substring(REFERENCE.length());
      name = target.substring(target.indexOf('.') + 1);
      resolved = document.path("components").path("schemas").path(target);
    }
    if (description.isEmpty()) {
      description = resolved.path("description").asString("");
    }
    return new Schema(document, resolved, name, description);
  }

  /** A JSON type, or empty if any will do. */
  public String type() {
    JsonNode type = node.path("type");
    return type.isArray()
        ? type.valueStream()
            .map(JsonNode::asString)
            .filter(it -> !it.equals("null"))
            .findFirst()
            .orElse("")
        : type.asString("");
  }

  public String format() {
    return node.path("format").asString("");
  }

  /** Name of the code list that its values are of. */
  public Optional<String> codeList() {
    return node.path("x-code-list").isString()
        ? Optional.of(node.path("x-code-list").asString())
        : Optional.empty();
  }

  /** The only values there are; none if there are more. */
  public List<String> values() {
    return node.path("enum").valueStream().map(JsonNode::asString).toList();
  }

  /** A text per language. */
  public boolean isLocalized() {
    return type().equals("object")
        && node.path("additionalProperties").path("type").asString("").equals("string")
        && !node.has("properties");
  }

  public boolean isObject() {
    return node.has("properties") && !name.equals(ANY_JSON);
  }

  public boolean isArray() {
    return type().equals("array");
  }

  /** What may stand here, one of several. */
  public List<Schema> alternatives() {
    List<Schema> found = new ArrayList<>();
    for (String word : List.of("oneOf", "anyOf")) {
      node.path(word)
          .forEach(alternative -> found.add(of(document, alternative, name + found.size())));
    }
    return found;
  }

  public Optional<Schema> items() {
    return node.has("items")
        ? Optional.of(of(document, node.path("items"), name))
        : Optional.empty();
  }

  public Optional<Schema> property(String property) {
    return Optional.ofNullable(properties().get(property));
  }

  /** In the order in which people read them. */
  public Map<String, Schema> properties() {
    Map<String, Schema> properties = new LinkedHashMap<>();
    if (!isObject()) {
      return properties;
    }
    JsonNode all = node.path("properties");
    node.path("x-order")
        .forEach(
            next -> {
              if (all.has(next.asString())) {
                put(properties, next.asString(), all.path(next.asString()));
              }
            });
    all.properties().forEach(it -> put(properties, it.getKey(), it.getValue()));
    return properties;
  }

  private void put(Map<String, Schema> properties, String property, JsonNode schema) {
    properties.computeIfAbsent(property, key -> of(document, schema, name + "." + key));
  }

  public Set<String> required() {
    return node.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
  }

  /** Whether a property is of the type that it is a property of: it is there on demand only. */
  boolean isOfItself(Schema property) {
    return property.isObject() && property.node.equals(node);
  }

  /** The property in which the zone of the others stands. */
  public Optional<String> zone() {
    return properties().entrySet().stream()
        .filter(property -> property.getValue().format().equals("time-zone"))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether both say the same of a value, in whatever words. */
  boolean isLike(Schema other) {
    return bare(node).equals(bare(other.node));
  }

  private static JsonNode bare(JsonNode node) {
    return node instanceof ObjectNode object && object.has("description")
        ? object.deepCopy().without("description")
        : node;
  }
}
