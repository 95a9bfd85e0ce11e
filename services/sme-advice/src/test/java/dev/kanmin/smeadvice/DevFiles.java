package dev.kanmin.smeadvice;

import dev.kanmin.events.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** The made-up bodies in {@code src/dev}, which the API's description shows too. */
public final class DevFiles {
  private DevFiles() {}

  public static ObjectNode read(String name, Consumer<ObjectNode> change) {
    try {
      ObjectNode json =
          (ObjectNode) Json.events().readTree(Files.readString(Path.of("src", "dev", name)));
      change.accept(json);
      return json;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
