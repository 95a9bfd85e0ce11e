package dev.kanmin.gateway.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
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

  private static final String CODE_LIST = "x-code-list";

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
    return node.path(CODE_LIST).isString()
        ? Optional.of(node.path(CODE_LIST).asString())
        : Optional.empty();
  }

  /** The only values there are; none if there are more. */
  public List<String> values() {
    return node.path("enum").valueStream().map(JsonNode::asString).toList();
  }

  /** A text per language: what is by any other name says what its names are. */
  public boolean isLocalized() {
    return isOfAnyName()
        && node.path("additionalProperties").path("type").asString("").equals("string")
        && !isNamed();
  }

  /** Values of one type, each by a name. */
  public boolean isMap() {
    return isOfAnyName() && !isLocalized();
  }

  private boolean isOfAnyName() {
    return type().equals("object")
        && node.path("additionalProperties").isObject()
        && !node.has("properties");
  }

  private boolean isNamed() {
    return node.has("propertyNames") || codeList().isPresent();
  }

  /** What the names of a map are; a code list that stands at a map is of its names. */
  Schema names() {
    ObjectNode any = JsonNodeFactory.instance.objectNode().put("type", "string");
    codeList().ifPresent(list -> any.put(CODE_LIST, list));
    return of(document, node.has("propertyNames") ? node.path("propertyNames") : any, name);
  }

  /** What stands at each name of a map. */
  public Schema named() {
    return of(document, node.path("additionalProperties"), name);
  }

  public boolean isObject() {
    return node.has("properties") && !name.equals(ANY_JSON);
  }

  public boolean isArray() {
    return type().equals("array");
  }

  /** What may stand here, one of several; empty if it is of one shape. */
  Variants variants() {
    return Variants.of(this);
  }

  /** The same for words: each shape by its code. */
  public Map<String, Schema> shapes() {
    Map<String, Schema> shapes = new LinkedHashMap<>();
    variants().all().forEach(one -> shapes.put(one.code(), one.schema()));
    return shapes;
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

  /** The same without one of its properties. */
  Schema without(String property) {
    ObjectNode less = (ObjectNode) node.deepCopy();
    ((ObjectNode) less.path("properties")).remove(property);
    return new Schema(document, less, name, description);
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

  /** Whether a value of the other can be read as one of it, though codes of it may differ. */
  boolean isReadAs(Schema other) {
    if (isArray() && other.isArray()) {
      return items().isPresent()
          && other.items().isPresent()
          && items().get().isReadAs(other.items().get());
    }
    return isLike(other)
        || (isLocalized() && other.isLocalized())
        || (isPlain() && other.isPlain() && type().equals(other.type()));
  }

  private boolean isPlain() {
    return !Set.of("object", "array", "").contains(type());
  }

  private static JsonNode bare(JsonNode node) {
    return node instanceof ObjectNode object && object.has("description")
        ? object.deepCopy().without("description")
        : node;
  }
}
