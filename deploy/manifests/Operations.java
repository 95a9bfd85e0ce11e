import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Alerts, runbook and dashboards against each other and against the metrics that programs have. */
final class Operations {
  private static final Path ALERTS = Path.of("deploy/observe/alerts.yaml");
  private static final Path TESTS = Path.of("deploy/observe/alerts-test.yaml");
  private static final Path RUNBOOK = Path.of("docs/runbook.md");
  private static final Pattern METRIC = Pattern.compile("\\bkanmin_[a-z_]+");

  private Operations() {}

  static List<String> faults() throws IOException {
    var dashboards =
        Dashboards.list().stream()
            .flatMap(it -> Yaml.maps(it, "panels").stream())
            .flatMap(it -> Yaml.map(it.get("lines")).values().stream())
            .map(Object::toString)
            .toList();
    return faults(
        Yaml.maps(Yaml.one(ALERTS), "groups").stream()
            .flatMap(it -> Yaml.maps(it, "rules").stream())
            .map(
                it ->
                    new Alert(
                        Yaml.text(it, "alert"),
                        Yaml.text(it, "expr"),
                        Yaml.text(it, "annotations/runbook")))
            .toList(),
        dashboards,
        Files.readString(RUNBOOK),
        Files.readString(TESTS),
        Manifests.metrics());
  }

  /**
   * @param name empty for a recording rule
   */
  record Alert(String name, String query, String runbook) {}

  static List<String> faults(
      List<Alert> rules, List<String> panels, String runbook, String tests, Set<String> metrics) {
    var faults = new ArrayList<String>();
    var alerts = rules.stream().filter(it -> !it.name().isEmpty()).toList();
    for (var alert : alerts) {
      var name = alert.name();
      if (!alert.runbook().equals("docs/runbook.md#" + name.toLowerCase(Locale.ROOT))) {
        faults.add(
            "%s: %s must point to docs/runbook.md#%s"
                .formatted(ALERTS, name, name.toLowerCase(Locale.ROOT)));
      }
      if (runbook.lines().noneMatch(("## " + name)::equals)) {
        faults.add("%s has no section for %s: write '## %2$s'".formatted(RUNBOOK, name));
      }
      if (!tests.contains("alertname=\"" + name + "\"")) {
        faults.add("%s never makes %s fire: add a case".formatted(TESTS, name));
      }
    }
    var names = alerts.stream().map(Alert::name).collect(Collectors.toSet());
    runbook
        .lines()
        .filter(line -> line.startsWith("## Kanmin"))
        .map(line -> line.substring(3))
        .filter(name -> !names.contains(name))
        .forEach(name -> faults.add("%s tells of %s, which is no alert".formatted(RUNBOOK, name)));
    var used = new TreeSet<String>();
    rules.forEach(it -> METRIC.matcher(it.query()).results().forEach(m -> used.add(m.group())));
    panels.forEach(it -> METRIC.matcher(it).results().forEach(m -> used.add(m.group())));
    for (var metric : used) {
      if (!metrics.contains(metric)) {
        faults.add(
            "%s is asked for by an alert or a panel, but no program has it".formatted(metric));
      }
    }
    return faults;
  }
}
