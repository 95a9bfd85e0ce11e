package dev.kanmin.proof;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals to the processes of a system. */
final class Signals {
  private final LocalSystem system;

  Signals(LocalSystem system) {
    this.system = system;
  }

  /** What a process can be told from outside. */
  enum Signal {
    /** The end at once, with no chance to tidy up ({@code kill -9}). */
    KILL,
    /** The request to end in an orderly way. */
    TERM,
    /** Standing still, as on a machine that has been suspended. */
    STOP,
    /** Going on after {@link #STOP}. */
    CONT
  }

  /** Sends a signal to a part and returns the process id it went to. */
  long send(Signal signal, String part) {
    var pid = system.state().process(part).pid();
    send(signal, pid);
    return pid;
  }

  static void send(Signal signal, long pid) {
    try {
      var kill =
          new ProcessBuilder("kill", "-" + signal.name(), Long.toString(pid)).inheritIO().start();
      if (kill.onExit().join().exitValue() != 0) {
        throw new AssertionError("process %d could not be sent %s".formatted(pid, signal));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("there is no kill on this machine", e);
    }
  }
}
