package dev.kanmin.bench.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** What Linux has counted, in steps of ten milliseconds. */
final class ProcessorTime {
  /** Kernel time is counted in hundredths of a second ({@code USER_HZ}) on every Linux. */
  private static final long MILLIS_PER_TICK = 10;

  /** The kernel keeps fifteen characters of a thread's name. */
  private static final String OPTIMIZING_COMPILER = "C2 CompilerThre";

  private ProcessorTime() {}

  /**
   * Used by a process so far.
   *
   * @throws IllegalStateException when the system has no {@code /proc}
   */
  static Duration ofProcess(long pid) {
    var stat = processFolder(pid).resolve("stat");
    try {
      return read(stat);
    } catch (IOException e) {
      throw new IllegalStateException("processor time cannot be read from " + stat, e);
    }
  }

  /** Used so far by the optimizing compilers of all Java machines that this process has started. */
  static Duration ofCompilers() {
    return ProcessHandle.current()
        .descendants()
        .map(process -> ofCompilers(process.pid()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static Duration ofCompilers(long pid) {
    try (Stream<Path> threads = Files.list(processFolder(pid).resolve("task"))) {
      return threads.map(ProcessorTime::ofCompiler).reduce(Duration.ZERO, Duration::plus);
    } catch (IOException ended) {
      return Duration.ZERO;
    }
  }

  private static Duration ofCompiler(Path thread) {
    try {
      return Files.readString(thread.resolve("comm")).strip().equals(OPTIMIZING_COMPILER)
          ? read(thread.resolve("stat"))
          : Duration.ZERO;
    } catch (IOException ended) {
      return Duration.ZERO;
    }
  }

  private static Duration read(Path stat) throws IOException {
    var text = Files.readString(stat);
    // the name in parentheses may hold anything; utime and stime are fields 14 and 15
    var fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    return Duration.ofMillis(ticks * MILLIS_PER_TICK);
  }

  private static Path processFolder(long pid) {
    return Path.of("/proc", Long.toString(pid));
  }
}
