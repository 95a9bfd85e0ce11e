package dev.kanmin.infrastructure.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What one kind of fault did to the invariants: one line of the closing table of {@code make
 * faults}.
 *
 * @param fault what was injected, such as "kill -9 of the store under load"
 * @param injected how often
 * @param findings what each invariant that was judged found
 * @param remark figures that help to judge the run, such as the number of commands; may be empty
 * @param seed repeats the run: {@code make faults SEED=…}
 */
public record FaultLine(
    String fault, long injected, List<Finding> findings, String remark, Seed seed) {
  /** The file in a module's {@code target} that gathers its lines. */
  public static final String FILE = "faults-results.txt";

  /** How the line of a fault begins under which an invariant did not hold. */
  public static final String VIOLATED = "VIOLATED";

  private static final String HELD = "held";

  /**
   * @param violations how often it did not hold
   * @param judged what was looked at, such as "812 answers"
   */
  public record Finding(Invariant invariant, long violations, String judged) {
    @Override
    public String toString() {
      return "(%d) %d %s in %s"
          .formatted(invariant.number(), violations, invariant.violations(), judged);
    }
  }

  public FaultLine {
    findings = List.copyOf(findings);
  }

  public boolean holds() {
    return findings.stream().allMatch(finding -> finding.violations() == 0);
  }

  /** Prints the line and leaves it for the closing table; the caller asserts that it holds. */
  public FaultLine publish() {
    System.out.println("faults: " + this);
    var file = Path.of("target", FILE).toAbsolutePath();
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, this + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
    return this;
  }

  @Override
  public String toString() {
    return "%s | %s | N=%d | %s | %s | %s%s"
        .formatted(
            holds() ? HELD : VIOLATED,
            fault,
            injected,
            bound(),
            findings.stream().map(Finding::toString).collect(Collectors.joining(", ")),
            remark.isEmpty() ? "" : remark + " | ",
            seed);
  }

  /**
   * The rule of three: when none of N independent trials failed, the chance of failure is below 3/N
   * with 95 % confidence.
   */
  private String bound() {
    if (!holds()) {
      return "failed";
    }
    return injected <= 3
        ? "0 of %d: too few for a bound".formatted(injected)
        : String.format(
            Locale.ROOT, "0 of %d: no more than %.3g %% at 95 %%", injected, 300.0 / injected);
  }
}
