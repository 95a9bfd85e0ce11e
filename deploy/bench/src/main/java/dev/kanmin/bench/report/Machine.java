package dev.kanmin.bench.report;

import dev.kanmin.bench.stage.Effort;
import dev.kanmin.bench.stage.Jvm;
import dev.kanmin.bench.stage.Stage;
import dev.kanmin.infrastructure.MongodLocator;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * What the figures depend on.
 *
 * @param date when the run ended, UTC
 * @param commit of the checked-out project, with {@code -dirty} when files differ from it
 * @param load the system's load average over the last minute at the end of the run; -1 where the
 *     system has none
 * @param quick whether sizes and warm-up were small
 */
public record Machine(
    Instant date,
    String commit,
    String processor,
    int cores,
    double load,
    String java,
    String kafka,
    String mongod,
    boolean quick,
    long warmUpSeconds,
    int rounds,
    List<String> flags) {

  /** This machine, now. */
  public static Machine here(Path root, Effort effort) {
    return new Machine(
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        firstLine(root, "git", "describe", "--always", "--dirty", "--abbrev=12"),
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.version().toString(),
        AppInfoParser.getVersion(),
        mongodVersion(root),
        effort.quick(),
        effort.warmUp().toSeconds(),
        effort.rounds(),
        Jvm.of(effort).flags());
  }

  /** Some lines for people, below the table. */
  public String foot() {
    return """
        %s%s, commit %s, %d × %s, load %.1f; Java %s, Kafka %s, mongod %s with a cache of %d GB
        each side: a Java machine of its own with %s, warmed for %s, %d rounds in turns; ratio = median of ours/other round by round, spread = lowest…highest"""
        .formatted(
            quick
                ? "QUICK RUN (small sizes, short warm-up, first compiler only: not for quoting), "
                : "",
            date,
            commit,
            cores,
            processor,
            load,
            java,
            kafka,
            mongod,
            Stage.STORE_CACHE_GIGABYTES,
            String.join(" ", flags),
            warmUpSeconds + (quick ? " s" : " s and on until its compiler is quiet"),
            rounds);
  }

  private static String processorName() {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElseGet(() -> System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }

  private static String mongodVersion(Path root) {
    return new MongodLocator(System.getenv())
        .find()
        .map(
            program -> firstLine(root, program.toString(), "--version").replace("db version v", ""))
        .orElse("none");
  }

  private static String firstLine(Path folder, String... command) {
    try {
      var process = new ProcessBuilder(command).directory(folder.toFile()).start();
      try (var output = process.inputReader(StandardCharsets.UTF_8)) {
        var line = output.readLine();
        return line == null ? "unknown" : line.strip();
      }
    } catch (IOException e) {
      return "unknown";
    }
  }
}
