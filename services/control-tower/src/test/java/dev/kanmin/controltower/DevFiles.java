package dev.kanmin.controltower;

import dev.kanmin.events.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;

/** The made-up files of {@code src/dev}, which a local run can be tried with too. */
public final class DevFiles {
  private DevFiles() {}

  public static String text(String path) {
    try {
      return Files.readString(Path.of("src", "dev").resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static ObjectNode json(String path) {
    return (ObjectNode) Json.events().readTree(text(path));
  }
}
