package dev.kanmin.testkit.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * One operation, as the service's own OpenAPI document describes it.
 *
 * @param path with its variables, {@code /v1/missions/{id}}
 * @param scopes that a token needs; none for a public operation
 * @param bodyType media type that its body can have, JSON if it can be that; empty if it has none
 * @param mayHaveNoBody whether it can also be asked without one
 */
record ApiOperation(
    String method,
    String path,
    Set<String> scopes,
    Optional<String> bodyType,
    boolean mayHaveNoBody) {
  private static final String JSON = "application/json";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** All operations of the document. */
  static List<ApiOperation> of(JsonNode document) {
    List<ApiOperation> all = new ArrayList<>();
    document
        .at("/paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(method -> METHODS.contains(method.getKey()))
                    .forEach(
                        method -> all.add(of(method.getKey(), path.getKey(), method.getValue()))));
    return all;
  }

  private static ApiOperation of(String method, String path, JsonNode operation) {
    Set<String> scopes =
        Set.copyOf(
            operation.at("/security/0/bearer").values().stream().map(JsonNode::asString).toList());
    return new ApiOperation(
        method.toUpperCase(java.util.Locale.ROOT),
        path,
        scopes,
        bodyType(operation.at("/requestBody/content")),
        !operation.at("/requestBody/required").asBoolean(false));
  }

  private static Optional<String> bodyType(JsonNode content) {
    return content.has(JSON) ? Optional.of(JSON) : content.propertyNames().stream().findFirst();
  }

  boolean takesJson() {
    return bodyType.equals(Optional.of(JSON));
  }

  boolean isPublic() {
    return scopes.isEmpty();
  }

  /** The path with every variable replaced. */
  String with(String value) {
    return path.replaceAll("\\{[^}]*}", value);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
