import dev.kanmin.codes.services.ServiceList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the checks of every kind of object have in common. */
abstract class Checking {
  private final List<String> faults;
  final ServiceList list;
  final Rendered rendered;

  Checking(ServiceList list, Rendered rendered, List<String> faults) {
    this.list = list;
    this.rendered = rendered;
    this.faults = faults;
  }

  /** Adds a line for each fault, which says what to do. */
  abstract void run();

  static Map<String, Object> container(Map<String, Object> deployment) {
    return Yaml.map(Yaml.at(deployment, "spec/template/spec/containers/0").orElse(Map.of()));
  }

  static Map<String, Object> labels(Map<String, Object> deployment) {
    return Yaml.map(Yaml.at(deployment, "spec/template/metadata/labels").orElse(Map.of()));
  }

  static Map<String, String> environment(Map<String, Object> container) {
    return Yaml.maps(container, "env").stream()
        .filter(it -> Yaml.at(it, "value").isPresent())
        .collect(
            Collectors.toMap(
                it -> Yaml.text(it, "name"), it -> Yaml.text(it, "value"), (a, b) -> b));
  }

  /** Whether the labels at the path are some, and the pod has them all. */
  static boolean selects(
      Map<String, Object> object, String path, Map<String, Object> labels) {
    var wanted = Yaml.map(Yaml.at(object, path).orElse(Map.of()));
    return !wanted.isEmpty() && labels.entrySet().containsAll(wanted.entrySet());
  }

  static boolean is(Object object, String path, String value) {
    return Yaml.text(object, path).equals(value);
  }

  final void check(boolean holds, String fault) {
    if (!holds) {
      fault(fault);
    }
  }

  final void fault(String fault) {
    faults.add(rendered.overlay() + ": " + fault);
  }
}
