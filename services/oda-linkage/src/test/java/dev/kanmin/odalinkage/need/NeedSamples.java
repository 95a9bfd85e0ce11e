package dev.kanmin.odalinkage.need;

import dev.kanmin.events.wire.Json;
import java.nio.file.Path;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** The made-up needs of {@code src/dev/needs}. */
public final class NeedSamples {
  private NeedSamples() {}

  public static ObjectNode json(String name) {
    return (ObjectNode)
        Json.events().readTree(Path.of("src", "dev", "needs", name + ".json").toFile());
  }

  public static NeedPlan plan(String name) {
    return plan(name, json -> {});
  }

  public static NeedPlan plan(String name, Consumer<ObjectNode> change) {
    ObjectNode json = json(name);
    change.accept(json);
    return Json.events().treeToValue(json, NeedPlan.class);
  }
}
