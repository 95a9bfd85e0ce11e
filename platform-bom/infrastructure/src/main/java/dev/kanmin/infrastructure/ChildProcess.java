package dev.kanmin.infrastructure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One process that this one has started, with its output in a log file. */
public final class ChildProcess implements AutoCloseable {
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
  private static final int TAIL_LINES = 15;

  private static final Set<ChildProcess> ALIVE = ConcurrentHashMap.newKeySet();
  private static volatile boolean noMore;

  private final String name;
  private final Process process;
  private final Path log;
  private final Thread pump;

  private ChildProcess(String name, Process process, Path log, Consumer<String> lines) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.pump = Thread.ofPlatform().daemon().name(name + "-log").start(() -> pump(lines));
    ALIVE.add(this);
  }

  /**
   * Kills every child of this program that is still alive, with the children of its own: the last
   * thing that a program does. Whoever still tries to start one gets an {@link
   * IllegalStateException}.
   */
  public static void killAllThatAreLeft() {
    noMore = true;
    ALIVE.forEach(ChildProcess::killWithItsOwn);
  }

  /** A child that starts others, as the launcher does, can no longer end them when it is killed. */
  private void killWithItsOwn() {
    var ownChildren = process.toHandle().descendants().toList();
    killForcibly();
    ownChildren.forEach(ProcessHandle::destroyForcibly);
  }

  /** Starts the command; its output goes to the end of the log file. */
  public static ChildProcess start(
      String name, List<String> command, Map<String, String> environment, Path log) {
    return start(name, command, environment, log, line -> {});
  }

  /**
   * Starts the command.
   *
   * @param environment added to this process's own environment
   * @param log the file that its output is appended to; its folder is made
   * @param lines called with each line of output as well, on a thread of its own
   * @throws UncheckedIOException when the program cannot be started
   */
  public static ChildProcess start(
      String name,
      List<String> command,
      Map<String, String> environment,
      Path log,
      Consumer<String> lines) {
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      var builder = new ProcessBuilder(Session.own(command)).redirectErrorStream(true);
      builder.environment().putAll(environment);
      var child = new ChildProcess(name, builder.start(), log, lines);
      if (noMore) {
        child.killForcibly();
        throw new IllegalStateException(name + " is not started any more: the program is ending");
      }
      return child;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name + " (" + command.getFirst() + ")", e);
    }
  }

  private void pump(Consumer<String> lines) {
    copyOutput(lines);
    process.onExit().join();
    ALIVE.remove(this);
  }

  private void copyOutput(Consumer<String> lines) {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        var file =
            Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (var line = output.readLine(); line != null; line = output.readLine()) {
        file.write(line);
        file.newLine();
        file.flush();
        lines.accept(line);
      }
    } catch (IOException e) {
      lines.accept("(its output cannot be read any more: " + e.getMessage() + ")");
    }
  }

  public String name() {
    return name;
  }

  public long pid() {
    return process.pid();
  }

  public Path log() {
    return log;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Completes with the exit code when the process has ended, however it ended. */
  public CompletableFuture<Integer> exit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /**
   * Waits until the process is ready; fails at once, with the end of its log, when it ends before.
   *
   * @throws IllegalStateException when it ended or the time was not enough
   */
  public void awaitReady(Duration atMost, BooleanSupplier ready) {
    Conditions.await(
        () -> name + " to be ready; its log " + log + " ends:\n" + tail(),
        atMost,
        () -> {
          if (!process.isAlive()) {
            throw new IllegalStateException(
                "%s ended with exit code %d; its log %s ends:%n%s"
                    .formatted(name, process.exitValue(), log, tail()));
          }
          return ready.getAsBoolean();
        });
  }

  /** The last lines of the log file. */
  public String tail() {
    try {
      // an ended process has written its last line only when the pump has
      if (!process.isAlive()) {
        pump.join(Duration.ofSeconds(2));
      }
      var lines = Files.readAllLines(log, StandardCharsets.UTF_8);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "(interrupted)";
    }
  }

  /** Asks the process to end, waits 20 s for it, and kills it then. */
  @Override
  public void close() {
    stop(STOP_PATIENCE);
  }

  /**
   * Asks the process to end; when it has not by then, kills it. Returns whether it ended by itself.
   */
  public boolean stop(Duration patience) {
    // by its handle: Process.destroy would close the streams and lose what it says while it ends
    process.toHandle().destroy();
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      killForcibly();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot wait for the end of " + name, e);
    } catch (InterruptedException e) {
      killForcibly();
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Ends the process as {@code kill -9} does, and returns when it is gone. */
  public void killForcibly() {
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }
}
