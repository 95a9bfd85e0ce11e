import dev.kanmin.codes.services.Service;
import dev.kanmin.codes.services.ServiceList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Writes and checks what the list of services says about running elsewhere than on one machine:
 * {@code make manifests}, {@code make k8s-check}. Runs from its source, in the root of the project.
 *
 * <p>What differs by service is written from {@code services.yaml}, and its text is kept under
 * version control, so that it can be read and applied without this program. All else is written by
 * hand and checked.
 */
final class Manifests {
  private static final Pattern METRIC =
      Pattern.compile(
          "(Gauge\\.builder|Counter\\.builder|\\.counter)\\(\\s*\"(kanmin\\.[a-z.]+[a-z])\"");
  private static final Pattern UNIT = Pattern.compile("baseUnit\\((?:\"|BaseUnits\\.)(\\w+)");

  private Manifests() {}

  /**
   * {@code write}, or {@code check}, which fails with a line for each fault; or {@code faults},
   * which makes each kind of fault once and shows the line that it leads to.
   */
  public static void main(String[] arguments) throws IOException {
    var list = ServiceList.kanmin();
    switch (arguments.length == 1 ? arguments[0] : "") {
      case "write" -> write(list);
      case "check" -> end(check(list));
      case "faults" -> end(Faults.notFound(list));
      default -> end(List.of("say write, check or faults"));
    }
  }

  private static void write(ServiceList list) throws IOException {
    for (var file : Written.all(list).entrySet()) {
      Files.createDirectories(file.getKey().getParent());
      Files.writeString(file.getKey(), file.getValue());
    }
  }

  private static List<String> check(ServiceList list) throws IOException {
    var faults = new ArrayList<String>();
    for (var file : Written.all(list).entrySet()) {
      var path = file.getKey();
      if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
        faults.add(path + " is not what services.yaml and its template say: run make manifests");
      }
    }
    if (!faults.isEmpty()) {
      // all else would be told of an old state
      return faults;
    }
    faults.addAll(Operations.faults());
    faults.addAll(Realm.faults(list));
    for (var overlay : Rendered.OVERLAYS) {
      var rendered = Rendered.of(overlay);
      faults.addAll(Checks.faults(list, rendered));
      if (faults.isEmpty()) {
        System.out.printf("kanmin: %s: %d objects, no fault%n", overlay, rendered.size());
      }
    }
    return faults;
  }

  private static void end(List<String> faults) {
    faults.forEach(fault -> System.err.println("kanmin: " + fault));
    if (!faults.isEmpty()) {
      System.exit(1);
    }
  }

  /** What a service's own {@code application.yaml} says. */
  static Map<String, Object> settings(Service service) {
    return Yaml.one(Path.of(service.module(), "src/main/resources/application.yaml"));
  }

  /**
   * The metrics that the programs have, as Prometheus calls them: with unit, counters with total.
   */
  static Set<String> metrics() throws IOException {
    var found = new TreeSet<String>();
    for (var root : List.of("platform-bom", "services")) {
      try (var files = Files.walk(Path.of(root))) {
        for (var file :
            files.filter(it -> it.toString().matches(".*/src/main/java/.*\\.java")).toList()) {
          var text = Files.readString(file);
          var matcher = METRIC.matcher(text);
          while (matcher.find()) {
            var statement = text.substring(matcher.end(), text.indexOf(';', matcher.end()));
            var unit = UNIT.matcher(statement);
            found.add(
                matcher.group(2).replace('.', '_')
                    + (unit.find() ? "_" + unit.group(1).toLowerCase(Locale.ROOT) : "")
                    + (matcher.group(1).startsWith("Gauge") ? "" : "_total"));
          }
        }
      }
    }
    return found;
  }
}
