package dev.kanmin.local;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** What the launcher says to the person at the terminal: whole lines, never mixed. */
final class Console {
  private static final ReentrantLock LINE = new ReentrantLock();

  private Console() {}

  static void say(String text) {
    print(System.out, text);
  }

  /** One line on the error stream, so that {@code make -s token} prints nothing but the token. */
  static void error(String text) {
    print(System.err, "kanmin: " + text);
  }

  /** What went wrong, in the words of whoever found it. */
  static void error(RuntimeException failure) {
    error(Optional.ofNullable(failure.getMessage()).orElse(failure.toString()));
  }

  static void flush() {
    System.out.flush();
    System.err.flush();
  }

  private static void print(PrintStream stream, String text) {
    LINE.lock();
    try {
      stream.println(text);
    } finally {
      LINE.unlock();
    }
  }
}
