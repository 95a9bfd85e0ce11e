package dev.kanmin.local;

import dev.kanmin.codes.services.ServiceList;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** What the launcher says to the person at the terminal: whole lines, never mixed. */
final class Console {
  private static final ReentrantLock LINE = new ReentrantLock();

  /** Characters. */
  private static final int LONGEST_NAME =
      ServiceList.kanmin().programs().stream().mapToInt(it -> it.name().length()).max().orElse(1);

  private Console() {}

  static void say(String text) {
    print(System.out, text);
  }

  /** A line of what a part says itself. */
  static void say(String part, String line) {
    say(column(part) + " | " + line);
  }

  /** The name of a part, as wide as the longest. */
  static String column(String part) {
    return part + " ".repeat(Math.max(0, LONGEST_NAME - part.length()));
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
