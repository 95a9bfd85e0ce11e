package dev.kanmin.gateway.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What of a command's body is there already, so that a form begins with it.
 *
 * @param values to begin with
 * @param notShown labels of what the command replaces, too, though the record does not show it: who
 *     leaves that empty takes it away
 */
public record Known(Values values, List<String> notShown) {
  public static Known nothing() {
    return new Known(Values.none(), List.of());
  }

  /**
   * Looks for it in a record.
   *
   * @param command that has a body
   * @param shown what the record is shown as
   */
  public static Known of(Operation command, Schema shown, JsonNode record, FormWords words) {
    Schema body = command.body().orElseThrow();
    for (Map.Entry<String, Schema> part : shown.properties().entrySet()) {
      if (part.getValue().isLike(body)) {
        return new Known(Values.of(body, record.path(part.getKey()), words), List.of());
      }
    }
    boolean replacing = command.isReplacing();
    Values values = Values.none();
    List<String> notShown = new ArrayList<>();
    body.properties()
        .forEach(
            (name, property) -> {
              if (replacing || property.isObject() || property.isArray()) {
                Optional<JsonNode> found = find(name, property, shown, record, replacing, 1);
                found.ifPresent(value -> values.fill(name, property, value, words));
                if (replacing && found.isEmpty()) {
                  notShown.add(words.label(body.name(), name, property.description()));
                }
              }
            });
    return new Known(values, List.copyOf(notShown));
  }

  /** A missing node where the record could show it, and has nothing there. */
  private static Optional<JsonNode> find(
      String name, Schema wanted, Schema shown, JsonNode record, boolean replacing, int depth) {
    boolean isHere =
        shown
            .property(name)
            .filter(it -> replacing ? wanted.isReadAs(it) : wanted.isLike(it))
            .isPresent();
    if (isHere) {
      return Optional.of(record.path(name));
    }
    return depth == 0
        ? Optional.empty()
        : shown.properties().entrySet().stream()
            .filter(part -> part.getValue().isObject())
            .flatMap(
                part ->
                    find(
                        name,
                        wanted,
                        part.getValue(),
                        record.path(part.getKey()),
                        replacing,
                        depth - 1)
                        .stream())
            .findFirst();
  }
}
