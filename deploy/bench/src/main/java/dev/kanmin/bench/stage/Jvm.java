package dev.kanmin.bench.stage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How Java machines are started: all sides of a comparison with the same heap, collector and
 * compilers.
 */
public final class Jvm {
  /** What every side gets. */
  public static final List<String> FLAGS =
      List.of(
          "-Xms256m",
          "-Xmx256m",
          "-XX:+UseSerialGC",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Djava.awt.headless=true");

  private Jvm() {}

  /** Runs a class of a class path. */
  static List<String> main(String classPath, String main, List<String> arguments) {
    var command = java();
    command.add("-cp");
    command.add(classPath);
    command.add(main);
    command.addAll(arguments);
    return command;
  }

  /** Runs a jar. */
  static List<String> jar(Path jar) {
    var command = java();
    command.add("-jar");
    command.add(jar.toString());
    return command;
  }

  private static List<String> java() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    return command;
  }
}
