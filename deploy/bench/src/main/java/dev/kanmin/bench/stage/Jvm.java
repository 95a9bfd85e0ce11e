package dev.kanmin.bench.stage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How Java machines are started: all sides of a comparison with the same heap, collector and
 * compilers.
 *
 * @param flags what every side gets
 */
public record Jvm(List<String> flags) {
  private static final List<String> FLAGS =
      List.of(
          "-Xms256m",
          "-Xmx256m",
          "-XX:+UseSerialGC",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Djava.awt.headless=true");

  /**
   * A quick run has no time for the second compiler: with the first one alone a machine starts in
   * half the time, and its code is as good after two seconds as it ever will be.
   */
  private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

  public static Jvm of(Effort effort) {
    return new Jvm(
        effort.quick() ? Stream.concat(FLAGS.stream(), Stream.of(FIRST_COMPILER)).toList() : FLAGS);
  }

  /** Runs a class of a class path. */
  List<String> main(String classPath, String main, List<String> arguments) {
    var command = java();
    command.add("-cp");
    command.add(classPath);
    command.add(main);
    command.addAll(arguments);
    return command;
  }

  /** Runs a jar. */
  List<String> jar(Path jar) {
    var command = java();
    command.add("-jar");
    command.add(jar.toString());
    return command;
  }

  private List<String> java() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    return command;
  }
}
