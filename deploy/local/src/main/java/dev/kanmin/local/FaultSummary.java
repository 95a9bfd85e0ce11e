package dev.kanmin.local;

import dev.kanmin.infrastructure.faults.FaultLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The closing table of {@code make faults}, from the lines and reports that the tests have left.
 */
public final class FaultSummary {
  private FaultSummary() {}

  /**
   * Ends with exit code 1 when an invariant did not hold, a test failed, or nothing was injected.
   *
   * @param arguments the seconds that the whole run took
   */
  public static void main(String[] arguments) {
    var root = Path.of("").toAbsolutePath();
    var modules =
        ReactorModules.in(root).stream().sorted().map(module -> read(root, module)).toList();
    Console.say(table(modules, Long.parseLong(arguments[0])));
    if (lines(modules) == 0 || violated(modules) > 0 || failed(modules) > 0) {
      System.exit(1);
    }
  }

  /**
   * @param lines one for each fault
   */
  record ModuleFaults(ModuleTests tests, List<String> lines) {}

  static ModuleFaults read(Path root, String module) {
    var file = root.resolve(module).resolve("target").resolve(FaultLine.FILE);
    try {
      return new ModuleFaults(
          ModuleTests.read(root, module),
          Files.exists(file) ? Files.readAllLines(file).stream().sorted().toList() : List.of());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  static String table(List<ModuleFaults> modules, long totalSeconds) {
    var text = new StringBuilder("\n");
    for (var module : modules) {
      var tests = module.tests();
      module.lines().forEach(line -> line(text, tests.module(), line));
      tests.notRun().forEach(notRun -> line(text, tests.module(), notRun));
      if (tests.failed() > 0) {
        line(
            text, tests.module(), "%d of %d tests FAILED".formatted(tests.failed(), tests.tests()));
      }
    }
    return text.append(
            "%ntotal time %d min %02d s%n%n%d faults held, %d violated, %d tests failed"
                .formatted(
                    totalSeconds / 60,
                    totalSeconds % 60,
                    lines(modules) - violated(modules),
                    violated(modules),
                    failed(modules)))
        .toString();
  }

  private static void line(StringBuilder text, String module, String line) {
    text.append("%-28s | %s%n".formatted(module, line));
  }

  private static long lines(List<ModuleFaults> modules) {
    return modules.stream().mapToLong(module -> module.lines().size()).sum();
  }

  private static long violated(List<ModuleFaults> modules) {
    return modules.stream()
        .flatMap(module -> module.lines().stream())
        .filter(line -> line.startsWith(FaultLine.VIOLATED))
        .count();
  }

  private static long failed(List<ModuleFaults> modules) {
    return modules.stream().mapToLong(module -> module.tests().failed()).sum();
  }
}
