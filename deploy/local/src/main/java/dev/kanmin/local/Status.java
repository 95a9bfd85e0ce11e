package dev.kanmin.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code make status}: what runs, where, and how much memory it takes. */
final class Status {
  private static final String RESIDENT = "VmRSS:";

  private Status() {}

  static void of(Workspace workspace) {
    var state = RunState.ofRunning(workspace);
    Console.say(
        state.ready()
            ? "ready after %.1f s, %s"
                .formatted(state.readyAfterMillis() / 1000.0, state.store().reason())
            : "starting");
    say("process", "pid", "resident", "address");
    say("launcher", state.pid(), resident(state.pid()), "");
    for (var process : state.processes()) {
      var memory = process.handle().isPresent() ? resident(process.pid()) : "ended";
      say(process.name(), process.pid(), memory, process.address());
    }
  }

  private static void say(String part, Object process, String memory, String address) {
    Console.say("%s  %-8s %9s  %s".formatted(Console.column(part), process, memory, address));
  }

  /** Memory that a process really occupies, where the system tells (Linux). */
  private static String resident(long pid) {
    var file = Path.of("/proc", Long.toString(pid), "status");
    try (Stream<String> lines = Files.lines(file)) {
      return kilobytes(lines).map(kilobytes -> kilobytes / 1024 + " MB").orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  private static Optional<Long> kilobytes(Stream<String> lines) {
    return lines
        .filter(line -> line.startsWith(RESIDENT))
        .map(line -> Long.parseLong(line.substring(RESIDENT.length()).replace("kB", "").strip()))
        .findFirst();
  }
}
