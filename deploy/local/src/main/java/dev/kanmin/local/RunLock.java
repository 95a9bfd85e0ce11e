package dev.kanmin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * One run per data folder. The system gives the lock back when the launcher ends, however it ends.
 */
final class RunLock implements AutoCloseable {
  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws IllegalStateException when another run holds it, naming that run; or when processes of
   *     a run whose launcher was killed are still there
   */
  static RunLock take(Workspace workspace) {
    try {
      Files.createDirectories(workspace.data());
      var lock =
          new RunLock(
              FileChannel.open(
                  workspace.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
      try {
        lock.lock(workspace);
        refuseLeftovers(workspace);
        return lock;
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the data folder " + workspace.data(), e);
    }
  }

  private void lock(Workspace workspace) throws IOException {
    if (channel.tryLock() == null) {
      throw new IllegalStateException(alreadyRunning(workspace));
    }
  }

  private static String alreadyRunning(Workspace workspace) {
    return "Kanmin is already running on %s%s; make stop ends it"
        .formatted(
            workspace.data(),
            RunState.read(workspace.stateFile())
                .map(state -> " (" + state.gateway() + ")")
                .orElse(""));
  }

  private static void refuseLeftovers(Workspace workspace) {
    var alive =
        RunState.read(workspace.stateFile()).stream()
            .flatMap(state -> state.processes().stream())
            .filter(process -> process.handle().isPresent())
            .map(RunState.ProcessState::name)
            .toList();
    if (!alive.isEmpty()) {
      throw new IllegalStateException(
          "the launcher of an earlier run was killed and left %s behind; make stop ends them"
              .formatted(alive));
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot give the lock back", e);
    }
  }
}
