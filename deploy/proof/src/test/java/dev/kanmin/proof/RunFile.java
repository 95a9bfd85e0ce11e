package dev.kanmin.proof;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a test reads of {@code run.json}, in which the launcher says where everything is.
 *
 * @param pid process id of the launcher
 * @param ready whether everything has been ready once
 * @param readyAfterMillis how long the start took
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record RunFile(
    long pid,
    boolean ready,
    long readyAfterMillis,
    String gateway,
    String issuer,
    String kafka,
    Store store,
    List<Running> processes) {

  /**
   * @param kind {@code mongodb} or {@code embedded}
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Store(String kind, String uri) {}

  /**
   * One process of the system, by its name in the launcher's map.
   *
   * @param management where its health and metrics are; empty for what has none
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Running(String name, long pid, String address, String management) {}

  /** Empty while there is no run. The launcher replaces the file in one step. */
  static Optional<RunFile> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(JsonMapper.shared().readValue(Files.readString(file), RunFile.class))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  Running process(String name) {
    return processes.stream()
        .filter(process -> process.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the launcher knows no process " + name));
  }
}
