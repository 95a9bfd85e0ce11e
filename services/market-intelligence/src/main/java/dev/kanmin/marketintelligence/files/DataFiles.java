package dev.kanmin.marketintelligence.files;

import dev.kanmin.events.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Data files that the service brings along, read once. */
public final class DataFiles {
  private DataFiles() {}

  /** Reads a JSON file of the class path; a fault in it keeps the service from starting. */
  public static <T> T read(String path, Class<T> type) {
    try (InputStream file =
        Objects.requireNonNull(DataFiles.class.getResourceAsStream(path), path)) {
      return Json.strict().readValue(file, type);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(path, unreadable);
    }
  }
}
