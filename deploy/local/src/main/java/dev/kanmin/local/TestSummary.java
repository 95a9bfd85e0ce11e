package dev.kanmin.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The closing table of {@code make test}, from the reports that the tests have left. */
public final class TestSummary {
  private TestSummary() {}

  /**
   * Ends with exit code 1 when a test has failed, or a module that has tests left no report.
   *
   * @param arguments the seconds that the whole run took
   */
  public static void main(String[] arguments) {
    var root = Path.of("").toAbsolutePath();
    var modules =
        ReactorModules.in(root).stream()
            .map(module -> ModuleTests.read(root, module))
            .filter(TestSummary::isWorthARow)
            .toList();
    Console.say(table(modules, Long.parseLong(arguments[0])));
    if (modules.stream().anyMatch(module -> module.missing() || module.failed() > 0)) {
      System.exit(1);
    }
  }

  private static boolean isWorthARow(ModuleTests module) {
    return module.tests() > 0 || module.missing();
  }

  static String table(List<ModuleTests> modules, long totalSeconds) {
    var text = new StringBuilder("\n");
    line(text, "module", "tests", "failed", "skipped", "seconds", "stores used");
    for (var module : modules) {
      line(
          text,
          module.module(),
          module.missing() ? "none" : Integer.toString(module.tests()),
          module.failed(),
          module.skipped(),
          String.format(Locale.ROOT, "%.1f", module.seconds()),
          module.missing() ? "ITS TESTS DID NOT RUN" : String.join(", ", module.stores()));
    }
    modules.stream()
        .flatMap(module -> module.notRun().stream())
        .forEach(notRun -> text.append(notRun).append('\n'));
    text.append("total time %d min %02d s%n%n".formatted(totalSeconds / 60, totalSeconds % 60));
    text.append(
        "%d passed, %d failed, %d skipped"
            .formatted(
                modules.stream().mapToInt(ModuleTests::passed).sum(),
                modules.stream().mapToInt(ModuleTests::failed).sum(),
                modules.stream().mapToInt(ModuleTests::skipped).sum()));
    return text.toString();
  }

  private static void line(StringBuilder text, Object... cells) {
    text.append("%-30s %6s %7s %8s %8s  %s".formatted(cells).stripTrailing()).append('\n');
  }
}
