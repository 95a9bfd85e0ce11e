package dev.kanmin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What other programs may know of a run: the content of {@code run.json} in the data folder, there
 * from the first process to the last.
 *
 * @param pid process id of the launcher
 * @param ready whether everything has been ready once
 * @param readyAfterMillis how long that took; 0 until then
 * @param kafka bootstrap address
 * @param issuer address of the token issuer
 * @param gateway address of the gateway: the page and the API
 */
record RunState(
    long pid,
    boolean ready,
    long readyAfterMillis,
    String gateway,
    String issuer,
    String kafka,
    StoreState store,
    List<ProcessState> processes) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * @param kind {@code mongodb} or {@code embedded}
   * @param reason one line: which store, and why
   */
  record StoreState(String kind, String uri, String reason) {}

  /**
   * @param startedAtMillis when the system started it, in milliseconds since 1970; tells a process
   *     from a later one with the same id
   * @param address where it listens: a URL, or host and port
   * @param management where its health and metrics are; empty for what has none
   */
  record ProcessState(
      String name, long pid, long startedAtMillis, String address, String management, String log) {
    /** The process, if it is still that one. */
    Optional<ProcessHandle> handle() {
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(handle -> startedAtMillis == startOf(handle));
    }

    static long startOf(ProcessHandle handle) {
      return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
  }

  /** The state that a run has left in this file; empty when there is none. */
  static Optional<RunState> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readValue(Files.readString(file), RunState.class))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    } catch (JacksonException e) {
      throw new IllegalStateException(
          file + " is not the state of a run: " + e.getOriginalMessage(), e);
    }
  }

  /** The state of the run that is going on. */
  static RunState ofRunning(Workspace workspace) {
    return read(workspace.stateFile())
        .filter(RunState::isRunning)
        .orElseThrow(() -> new IllegalStateException("Kanmin is not running: make run"));
  }

  boolean isRunning() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  /** Removes the file: the run has ended. */
  static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file, e);
    }
  }

  void write(Path file) {
    try {
      var unfinished = Files.createTempFile(file.getParent(), "run", ".json");
      Files.writeString(unfinished, JSON.writeValueAsString(this) + "\n");
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
