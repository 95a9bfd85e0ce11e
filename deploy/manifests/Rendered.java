import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an overlay comes to, as kustomize puts it together. */
final class Rendered {
  static final List<String> OVERLAYS = List.of("k8s/overlays/dev", "k8s/overlays/production");

  private final String overlay;
  private final List<Map<String, Object>> objects;

  Rendered(String overlay, List<Map<String, Object>> objects) {
    this.overlay = overlay;
    this.objects = new ArrayList<>(objects);
  }

  static Rendered of(String overlay) throws IOException {
    var kustomize =
        new ProcessBuilder("kubectl", "kustomize", overlay)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process;
    try {
      process = kustomize.start();
    } catch (IOException e) {
      throw new IllegalStateException(
          "kubectl is needed to put " + overlay + " together; no cluster is", e);
    }
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(overlay + " cannot be put together, see above");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new Rendered(overlay, Yaml.all(text));
  }

  /** With every object new, so that it can be hurt. */
  Rendered copy() {
    return new Rendered(
        overlay, objects.stream().map(it -> Yaml.all(Yaml.write(it)).getFirst()).toList());
  }

  String overlay() {
    return overlay;
  }

  int size() {
    return objects.size();
  }

  List<Map<String, Object>> of(Kind kind) {
    return objects.stream().filter(it -> Yaml.text(it, "kind").equals(kind.name())).toList();
  }

  Optional<Map<String, Object>> find(Kind kind, String name) {
    return of(kind).stream().filter(it -> Yaml.text(it, "metadata/name").equals(name)).findFirst();
  }

  void remove(Kind kind, String name) {
    objects.removeIf(
        it ->
            Yaml.text(it, "kind").equals(kind.name())
                && Yaml.text(it, "metadata/name").equals(name));
  }

  void add(Map<String, Object> object) {
    objects.add(object);
  }

  /** Kinds that are looked at. */
  enum Kind {
    ConfigMap,
    Deployment,
    Gateway,
    HTTPRoute,
    HorizontalPodAutoscaler,
    Kafka,
    KafkaNodePool,
    KafkaTopic,
    MongoDBCommunity,
    Namespace,
    NetworkPolicy,
    PodDisruptionBudget,
    ScaledObject,
    Secret,
    Service,
    ServiceAccount
  }
}
