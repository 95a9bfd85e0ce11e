package dev.kanmin.gateway.openapi;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes one OpenAPI 3.1 document of several: a pure function. */
final class ApiMerger {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /** What each service lists there of its own answers. */
  static final String PROBLEMS = "x-kanmin-problems";

  private final List<ApiPart> parts;
  private final ComponentNames names;
  private final ObjectNode paths = NODES.objectNode();
  private final ObjectNode components = NODES.objectNode();
  private final Map<String, JsonNode> problems = new TreeMap<>();

  private ApiMerger(List<ApiPart> parts) {
    this.parts = parts;
    this.names = new ComponentNames(parts);
  }

  /**
   * The merged document.
   *
   * @param parts whose paths are already those that callers use; the first one's word counts where
   *     two describe the same path
   * @param description of the whole
   */
  static ObjectNode merge(List<ApiPart> parts, String description) {
    return new ApiMerger(parts).document(description);
  }

  private ObjectNode document(String description) {
    parts.forEach(this::take);
    var document = NODES.objectNode();
    document.put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Kanmin")
        .put("version", "1")
        .put("description", description)
        .putObject("license")
        .put("name", "Apache-2.0")
        .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
    document.putArray("servers").addObject().put("url", "/");
    document.set("paths", sorted(paths));
    document.set("components", sorted(components));
    document.putArray(PROBLEMS).addAll(byStatus(problems.values()));
    return document;
  }

  private void take(ApiPart part) {
    part.document()
        .path("paths")
        .properties()
        .forEach(
            path -> {
              if (!paths.has(path.getKey())) {
                paths.set(path.getKey(), operations(part, path.getKey(), path.getValue()));
              }
            });
    part.document()
        .path("components")
        .properties()
        .forEach(section -> takeComponents(part, section.getKey(), section.getValue()));
    part.document()
        .path(PROBLEMS)
        .forEach(problem -> problems.putIfAbsent(problem.path("code").asString(), problem));
  }

  private void takeComponents(ApiPart part, String section, JsonNode given) {
    var merged = components.withObjectProperty(section);
    given
        .properties()
        .forEach(
            component ->
                merged.set(
                    names.name(part, section, component.getKey()),
                    names.renamed(part, component.getValue())));
  }

  private JsonNode operations(ApiPart part, String path, JsonNode item) {
    var renamed = names.renamed(part, item);
    renamed
        .properties()
        .forEach(
            entry -> {
              if (METHODS.contains(entry.getKey())
                  && entry.getValue() instanceof ObjectNode operation) {
                operation.putArray("tags").add(tag(path));
              }
            });
    return renamed;
  }

  /** What the address is about: {@code missions} of {@code /v1/missions/{id}}. */
  private static String tag(String path) {
    var steps = path.split("/", -1);
    return steps.length > 2 && steps[1].equals("v1") ? steps[2] : steps[1];
  }

  private static List<JsonNode> byStatus(Collection<JsonNode> problems) {
    return problems.stream()
        .sorted(Comparator.comparingInt(problem -> problem.path("status").asInt()))
        .toList();
  }

  private static ObjectNode sorted(ObjectNode object) {
    var byName = new TreeMap<String, JsonNode>();
    object.properties().forEach(field -> byName.put(field.getKey(), field.getValue()));
    var copy = NODES.objectNode();
    byName.forEach(copy::set);
    return copy;
  }
}
