package dev.kanmin.bench;

import dev.kanmin.bench.report.Machine;
import dev.kanmin.bench.report.Picture;
import dev.kanmin.bench.report.Report;
import dev.kanmin.bench.stage.Effort;
import dev.kanmin.bench.stage.NotPossibleHere;
import dev.kanmin.bench.stage.Progress;
import dev.kanmin.bench.stage.Stage;
import dev.kanmin.bench.stage.WrongResults;
import dev.kanmin.bench.table.Outcome;
import dev.kanmin.bench.table.Row;
import dev.kanmin.bench.table.Table;
import dev.kanmin.infrastructure.ChildProcess;
import dev.kanmin.infrastructure.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code make bench}: measures and prints one table.
 *
 * <p>Environment: {@code QUICK=1} for small sizes; {@code ONLY=P1,P8} for some metrics.
 */
public final class Bench {
  private Bench() {}

  public static void main(String[] arguments) throws IOException {
    // also when it is broken off
    Runtime.getRuntime().addShutdownHook(new Thread(ChildProcess::killAllThatAreLeft));
    var root = Path.of("").toAbsolutePath();
    var target = root.resolve("deploy/bench/target/bench");
    var effort = "1".equals(System.getenv("QUICK")) ? Effort.QUICK : Effort.FULL;
    var chosen = chosen(Metrics.GROUPS, System.getenv().getOrDefault("ONLY", ""));
    long began = System.nanoTime();
    // each run has a folder of its own: what an earlier one left must not be measured
    var folder = RunFolder.make(target, "run");
    var rows = new ArrayList<Row>();
    try (var stage = new Stage(root, folder, effort)) {
      for (var group : chosen) {
        for (var metric : group) {
          rows.addAll(measure(metric, stage));
        }
        stage.closeShared();
      }
    }
    rows.sort(Comparator.comparing(Row::metric));
    var machine = Machine.here(root, effort);
    System.out.println(Table.text(rows));
    System.out.println(machine.foot());
    System.out.println("total time " + inMinutes(Duration.ofNanos(System.nanoTime() - began)));
    Files.writeString(target.resolve("bench.json"), Report.json(rows, machine));
    Files.writeString(target.resolve("bench.svg"), Picture.svg(rows, machine));
    System.exit(rows.stream().anyMatch(Bench::isFailure) ? 1 : 0);
  }

  private static List<Row> measure(Metric metric, Stage stage) {
    var progress = new Progress(metric.number());
    var rows = rows(metric, stage, progress);
    progress.say("measured\n" + Table.text(rows));
    return stage.effort().quick()
        ? rows.stream().map(row -> row.noting("quick, C1")).toList()
        : rows;
  }

  private static List<Row> rows(Metric metric, Stage stage, Progress progress) {
    try {
      return metric.run(stage, progress);
    } catch (NotPossibleHere missing) {
      return List.of(Row.notRun(metric.number(), metric.title(), oneLine(missing)));
    } catch (WrongResults wrong) {
      stage.closeShared();
      return List.of(Row.wrong(metric.number(), metric.title(), oneLine(wrong)));
    } catch (RuntimeException failure) {
      stage.closeShared();
      failure.printStackTrace(System.err);
      return List.of(
          Row.wrong(metric.number(), metric.title(), "could not be measured, " + oneLine(failure)));
    }
  }

  /**
   * The metrics that a list of numbers means: {@code P1} is P1 and P1-embedded, {@code P8b} only
   * itself; an empty list is all of them. They stay in their groups.
   */
  static List<List<Metric>> chosen(List<List<Metric>> all, String only) {
    var wanted =
        Arrays.stream(only.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    var chosen =
        all.stream()
            .map(group -> group.stream().filter(metric -> isWanted(metric, wanted)).toList())
            .filter(group -> !group.isEmpty())
            .toList();
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException(
          "ONLY=%s chooses nothing of %s"
              .formatted(only, all.stream().flatMap(List::stream).map(Metric::number).toList()));
    }
    return chosen;
  }

  private static boolean isWanted(Metric metric, List<String> wanted) {
    return wanted.isEmpty() || wanted.stream().anyMatch(number -> means(number, metric.number()));
  }

  private static boolean means(String wanted, String number) {
    return number.equals(wanted) || number.matches(Pattern.quote(wanted) + "[-a-z].*");
  }

  /** Such as {@code 4 min 40 s}. */
  static String inMinutes(Duration time) {
    return "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart());
  }

  private static boolean isFailure(Row row) {
    return row.outcome() instanceof Outcome.Wrong;
  }

  private static String oneLine(RuntimeException failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse(failure.toString());
  }
}
