package dev.kanmin.infrastructure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Commands that run a class of this program's own class path in a Java machine of its own. */
final class JavaCommand {
  private JavaCommand() {}

  /** Options of a process of which little is asked: it starts fast and takes little memory. */
  static List<String> small(String... options) {
    return Stream.concat(
            Stream.of(options), Stream.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"))
        .toList();
  }

  /** The {@code java} that runs this program. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  static List<String> of(Class<?> main, List<String> options, List<String> arguments) {
    return of(main.getName(), options, arguments);
  }

  static List<String> of(String main, List<String> options, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(java());
    command.addAll(options);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-Djava.awt.headless=true");
    command.add("-Dlogback.configurationFile=dev/kanmin/infrastructure/child-logback.xml");
    command.add("-D" + ParentWatch.PROPERTY + "=" + ProcessHandle.current().pid());
    command.add(main);
    command.addAll(arguments);
    return command;
  }

  /**
   * The class path travels in the environment: it may be longer than a command line should be. A
   * {@code lib/*} of the parent has been expanded to the jars by its own Java machine.
   */
  static Map<String, String> environment() {
    // MALLOC_ARENA_MAX keeps glibc from reserving memory per thread, which a small heap does not
    // need
    return Map.of("CLASSPATH", System.getProperty("java.class.path"), "MALLOC_ARENA_MAX", "2");
  }
}
