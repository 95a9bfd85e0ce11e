package dev.kanmin.bench.stage;

import dev.kanmin.bench.contest.ContestantLoop;
import dev.kanmin.bench.contest.Sample;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A contestant in a Java machine of its own, told what to do through its standard streams ({@link
 * ContestantLoop}).
 */
public final class JavaSide implements Side {
  private static final int TAIL_LINES = 12;

  private final String name;
  private final Path log;
  private final Process process;
  private final Writer orders;
  private final BufferedReader answers;

  private JavaSide(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
    this.orders = process.outputWriter(StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts it and returns when it is ready.
   *
   * @param log what it writes to its standard error
   */
  static JavaSide start(String name, List<String> command, Path log) {
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      var process = new ProcessBuilder(command).redirectError(log.toFile()).start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      var side = new JavaSide(name, log, process);
      side.expect(ContestantLoop.READY);
      return side;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name, e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void warm(Duration atLeast) {
    order(ContestantLoop.WARM + atLeast.toSeconds());
    expect(ContestantLoop.WARMED);
  }

  @Override
  public Sample round() {
    order(ContestantLoop.ROUND);
    return Sample.fromJson(answer());
  }

  private void expect(String wanted) {
    var answer = answer();
    if (!answer.equals(wanted)) {
      throw new IllegalStateException(
          "%s answered '%s' and not '%s'".formatted(name, answer, wanted));
    }
  }

  private void order(String line) {
    try {
      orders.write(line);
      orders.write('\n');
      orders.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " takes no more orders:\n" + tail(), e);
    }
  }

  private String answer() {
    try {
      var line = answers.readLine();
      if (line == null) {
        throw new IllegalStateException(name + " has ended; its log " + log + " ends:\n" + tail());
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(name + " does not answer", e);
    }
  }

  private String tail() {
    try {
      var lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }

  @Override
  public void close() {
    try (orders;
        answers) {
      // the end of its input is an order to end, too
      orders.close();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
