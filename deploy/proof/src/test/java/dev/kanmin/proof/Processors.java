package dev.kanmin.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Who used the processors, as Linux counts it: a time that was measured while somebody else built
 * something says nothing.
 *
 * @param whole time of all processors, in ticks
 * @param busy of it, whoever it was
 * @param ours of it, by the system and this test
 */
record Processors(long whole, long busy, long ours) {
  private static final int IDLE = 3;
  private static final int WAITING = 4;
  private static final int GUEST = 8;

  static Processors now(LocalSystem system) {
    try {
      var first = Files.readAllLines(Path.of("/proc/stat")).getFirst().split(" +", -1);
      // what guests use is in what users use
      var times = Arrays.stream(first).skip(1).limit(GUEST).mapToLong(Long::parseLong).toArray();
      var whole = LongStream.of(times).sum();
      var state = system.state();
      var pids =
          LongStream.concat(
              LongStream.of(ProcessHandle.current().pid(), state.pid()),
              state.processes().stream().mapToLong(RunFile.Running::pid));
      return new Processors(
          whole,
          whole - times[IDLE] - times[WAITING],
          pids.distinct().map(Processors::ticks).sum());
    } catch (IOException e) {
      throw new UncheckedIOException("processor time is read from /proc: run this on Linux", e);
    }
  }

  /** Share of the machine that others have used since then, from 0 to 1. */
  double strangersSince(LocalSystem system) {
    var now = now(system);
    var strangers = now.busy - busy - (now.ours - ours);
    return Math.max(0, (double) strangers / Math.max(1, now.whole - whole));
  }

  private static long ticks(long pid) {
    try {
      var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      // the name stands in brackets and may hold anything
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    } catch (IOException e) {
      return 0;
    }
  }
}
