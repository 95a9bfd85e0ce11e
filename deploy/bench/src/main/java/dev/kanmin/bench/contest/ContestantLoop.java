package dev.kanmin.bench.contest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * The main loop of a contestant's process. It reads a line and answers with one:
 *
 * <ul>
 *   <li>(start) {@code ready}
 *   <li>{@code warm <seconds>}: {@code warmed}
 *   <li>{@code round}: a {@link Sample} as JSON
 *   <li>{@code close}, or the end of the input, which is the end of the parent: the process ends
 * </ul>
 *
 * Whatever fails ends the process with its stack trace on the standard error.
 */
public final class ContestantLoop {
  public static final String READY = "ready";
  public static final String WARMED = "warmed";
  public static final String WARM = "warm ";
  public static final String ROUND = "round";
  public static final String CLOSE = "close";

  private ContestantLoop() {}

  /** Makes the contestant that a process is. */
  @FunctionalInterface
  public interface Making {
    Contestant make(Settings settings) throws Exception;
  }

  /**
   * Runs the contestant on this process's standard streams; never returns.
   *
   * @param arguments of the process, see {@link Settings}
   */
  public static void run(String[] arguments, Making making) {
    var answers = System.out;
    // the standard output is the protocol's; whatever else is printed goes to the log
    System.setOut(System.err);
    try (var contestant = making.make(Settings.parse(List.of(arguments)))) {
      obey(contestant, answers);
    } catch (Exception failure) {
      failure.printStackTrace(System.err);
      System.exit(1);
    }
    // not every library's threads are daemons
    System.exit(0);
  }

  private static void obey(Contestant contestant, PrintStream answers) throws Exception {
    var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    answer(answers, READY);
    for (var order = orders.readLine();
        order != null && !order.equals(CLOSE);
        order = orders.readLine()) {
      answer(answers, carryOut(order, contestant));
    }
  }

  private static String carryOut(String order, Contestant contestant) throws Exception {
    if (order.equals(ROUND)) {
      return contestant.round().toJson();
    }
    if (order.startsWith(WARM)) {
      contestant.warm(Duration.ofSeconds(Long.parseLong(order.substring(WARM.length()))));
      return WARMED;
    }
    throw new IOException("not an order: " + order);
  }

  private static void answer(PrintStream answers, String line) {
    answers.println(line);
    answers.flush();
  }
}
