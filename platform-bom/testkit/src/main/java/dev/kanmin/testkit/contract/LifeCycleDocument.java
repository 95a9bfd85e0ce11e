package dev.kanmin.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Coded;
import dev.kanmin.codes.Language;
import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.events.aggregates.LifeCycle.Verb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The part of a service's README that is written from a life cycle: the diagram of its states, and
 * the table of its verbs. It stands between two markers:
 *
 * <pre>{@code
 * <!-- life cycle of mission -->
 * <!-- end of life cycle -->
 * }</pre>
 */
public final class LifeCycleDocument {
  private static final String UPDATE = "kanmin.golden.update";
  private static final String END = "<!-- end of life cycle -->";

  private LifeCycleDocument() {}

  /**
   * Checks that a README says of a life cycle what its table says; with {@code
   * -Dkanmin.golden.update=true} writes it.
   */
  public static void check(Path readme, LifeCycle<?, ?> lifeCycle) {
    try {
      String begin = "<!-- life cycle of " + lifeCycle.kind() + " -->\n";
      String text = Files.readString(readme);
      assertThat(text).as("markers in %s", readme).contains(begin, END);
      int from = text.indexOf(begin) + begin.length();
      int to = text.indexOf(END, from);
      String wanted = of(lifeCycle);
      if (Boolean.getBoolean(UPDATE)) {
        Files.writeString(readme, text.substring(0, from) + wanted + text.substring(to));
        return;
      }
      assertThat(text.substring(from, to))
          .as("the life cycle of %s in %s; -D%s=true rewrites it", lifeCycle.kind(), readme, UPDATE)
          .isEqualTo(wanted);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A Mermaid diagram, unless no verb leads to any state, and a table, in Markdown. */
  public static String of(LifeCycle<?, ?> lifeCycle) {
    boolean moves = lifeCycle.verbs().stream().anyMatch(verb -> !verb.to().isEmpty());
    return (moves ? diagram(lifeCycle) + "\n" : "") + table(lifeCycle);
  }

  private static String diagram(LifeCycle<?, ?> lifeCycle) {
    Map<String, StringJoiner> arrows = new LinkedHashMap<>();
    Set<String> left = new TreeSet<>();
    Set<String> reached = new TreeSet<>();
    for (Verb<?> verb : lifeCycle.verbs()) {
      for (Coded to : verb.to()) {
        reached.add(to.code());
        for (String from : verb.isBirth() ? List.of("[*]") : codes(verb.from())) {
          left.add(from);
          arrows
              .computeIfAbsent(from + " --> " + to.code(), _ -> new StringJoiner(", "))
              .add(verb.code());
        }
      }
    }
    StringBuilder diagram = new StringBuilder("```mermaid\nstateDiagram-v2\n");
    arrows.forEach((arrow, verbs) -> diagram.append("  %s: %s\n".formatted(arrow, verbs)));
    reached.stream()
        .filter(state -> !left.contains(state))
        .forEach(state -> diagram.append("  %s --> [*]\n".formatted(state)));
    return diagram.append("```\n").toString();
  }

  private static String table(LifeCycle<?, ?> lifeCycle) {
    var labels = CodeLists.list(lifeCycle.kind() + "-verbs");
    String around = lifeCycle.kindAround().map(whole -> "| while the " + whole + " is ").orElse("");
    StringBuilder table = new StringBuilder();
    table
        .append(
            "| verb (`%s`) | 日本語 %s| from | to | who | refused as |\n"
                .formatted(lifeCycle.scope(), around))
        .append("|---|---%s|---|---|---|---|\n".formatted(around.isEmpty() ? "" : "|---"));
    for (Verb<?> verb : lifeCycle.verbs()) {
      table.append(
          "| `%s`%s | %s %s| %s | %s | %s | %s |\n"
              .formatted(
                  verb.code(),
                  verb.scope().map(scope -> " (`" + scope + "`)").orElse(""),
                  labels.label(verb.code(), Language.JAPANESE),
                  around.isEmpty() ? "" : "| " + states(verb.during()) + " ",
                  everyState(lifeCycle).equals(codes(verb.from())) ? "any" : states(verb.from()),
                  states(verb.to()),
                  who(verb),
                  verb.conditions().stream()
                      .map(condition -> "`" + condition.rule().code() + "`")
                      .distinct()
                      .collect(Collectors.joining(" "))));
    }
    return table.toString();
  }

  private static String who(Verb<?> verb) {
    if (verb.internal()) {
      return "the service itself";
    }
    return verb.by().isEmpty()
        ? "any agency"
        : verb.by().stream().map(LifeCycle.Role::code).collect(Collectors.joining(", "));
  }

  private static List<String> everyState(LifeCycle<?, ?> lifeCycle) {
    return CodeLists.list(lifeCycle.kind() + "-states").currentCodes();
  }

  private static String states(List<Coded> states) {
    return String.join(", ", codes(states));
  }

  private static List<String> codes(Collection<Coded> states) {
    return states.stream().map(Coded::code).toList();
  }
}
