import dev.kanmin.codes.services.ServiceList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Each kind of fault once, made in a copy of the production overlay, and the line that it leads to.
 */
final class Faults {
  private Faults() {}

  /** What is broken, and words of the line that must tell. */
  private record Fault(String words, Consumer<Rendered> made) {}

  static List<String> notFound(ServiceList list) throws IOException {
    var whole = Rendered.of("k8s/overlays/production");
    var missed = new ArrayList<String>();
    for (var fault : all()) {
      var hurt = whole.copy();
      fault.made().accept(hurt);
      var told = Checks.faults(list, hurt);
      var line = told.stream().filter(it -> it.contains(fault.words())).findFirst();
      line.ifPresentOrElse(
          System.out::println,
          () -> missed.add("nothing tells of '" + fault.words() + "': " + told));
    }
    missed.addAll(operations());
    missed.addAll(realm(list));
    return missed;
  }

  private static List<String> realm(ServiceList list) {
    var missed = new ArrayList<String>();
    for (var hurt : List.of("scopeMappings", "clients")) {
      var realm = Yaml.one(Realm.FILE);
      realm.put(hurt, List.of());
      var words = hurt.equals("clients") ? "nobody could sign in" : "services.yaml to";
      var told = Realm.faults(list, realm);
      told.stream()
          .filter(it -> it.contains(words))
          .findFirst()
          .ifPresentOrElse(
              System.out::println,
              () -> missed.add("nothing tells of '" + words + "': " + told));
    }
    return missed;
  }

  private static List<String> operations() {
    var missed = new ArrayList<String>();
    var well = new Operations.Alert("KanminX", "kanmin_x_total > 0", "docs/runbook.md#kanminx");
    record Case(String words, Operations.Alert alert, String panel, String runbook, String tests) {}
    for (var one :
        List.of(
            new Case(
                "must point to",
                new Operations.Alert("KanminX", "1", "elsewhere"),
                "1",
                "## KanminX",
                "alertname=\"KanminX\""),
            new Case("has no section for KanminX", well, "1", "", "alertname=\"KanminX\""),
            new Case("never makes KanminX fire", well, "1", "## KanminX", ""),
            new Case(
                "which is no alert", well, "1", "## KanminX\n## KanminY", "alertname=\"KanminX\""),
            new Case(
                "no program has it", well, "kanmin_y", "## KanminX", "alertname=\"KanminX\""))) {
      var told =
          Operations.faults(
              List.of(one.alert()),
              List.of(one.panel()),
              one.runbook(),
              one.tests(),
              Set.of("kanmin_x_total"));
      told.stream()
          .filter(it -> it.contains(one.words()))
          .findFirst()
          .ifPresentOrElse(
              System.out::println,
              () -> missed.add("nothing tells of '" + one.words() + "': " + told));
    }
    return missed;
  }

  private static List<Fault> all() {
    var faults = new ArrayList<Fault>();
    var deployment = "Deployment/directory/";
    var container = deployment + "spec/template/spec/containers/0/";
    var pod = deployment + "spec/template/spec/";
    faults.add(
        new Fault("has no Deployment", it -> it.remove(Rendered.Kind.Deployment, "directory")));
    faults.add(
        new Fault(
            "has no PodDisruptionBudget",
            it -> it.remove(Rendered.Kind.PodDisruptionBudget, "directory")));
    faults.add(set("has the image", container + "image", "ghcr.io/kanmin/directory:latest"));
    faults.add(set("make them the same", container + "ports/0/containerPort", 8081));
    faults.add(set("loopback address only", container + "env/0/value", "127.0.0.1"));
    faults.add(
        set("its readinessProbe must ask", container + "readinessProbe/httpGet/path", "/health"));
    faults.add(
        set(
            "its livenessProbe must ask",
            "Deployment/gateway/spec/template/spec/containers/0/livenessProbe/httpGet/port",
            "http"));
    faults.add(set("leaves SERVER_FORWARDHEADERSSTRATEGY", container + "env/2/name", "OTHER"));
    faults.add(set("less than the 122 MB", container + "env/3/value", "-Xmx64m"));
    faults.add(
        set("raise resources.requests.memory", container + "resources/requests/memory", "128Mi"));
    faults.add(set("limit below its request", container + "resources/limits/memory", "64Mi"));
    faults.add(set("asks for no processor", container + "resources/requests/cpu", null));
    faults.add(
        set(
            "pod security 'restricted' asks for",
            container + "securityContext/allowPrivilegeEscalation",
            true));
    faults.add(set("gets a token of the cluster", pod + "automountServiceAccountToken", true));
    faults.add(set("add topologySpreadConstraints", pod + "topologySpreadConstraints", List.of()));
    faults.add(
        set(
            "hangs a drain",
            pod + "topologySpreadConstraints/0",
            Map.of(
                "topologyKey",
                "topology.kubernetes.io/zone",
                "whenUnsatisfiable",
                "DoNotSchedule")));
    faults.add(
        set(
            "spreads other pods",
            pod + "topologySpreadConstraints/0/labelSelector/matchLabels",
            Map.of("app", "x")));
    faults.add(set("cannot write temporary files", container + "volumeMounts", List.of()));
    faults.add(
        set(
            "from the secret mongodb-directory",
            container + "env/5/valueFrom/secretKeyRef/name",
            "mongodb-gateway"));
    faults.add(
        set(
            "as plain text",
            container + "env/5",
            Map.of("name", "KANMIN_MONGODB_URI", "value", "mongodb://u:p@h")));
    faults.add(
        set(
            "may not talk to Kafka",
            deployment + "spec/template/metadata/labels/kanmin.dev|kafka",
            null));
    faults.add(
        set(
            "does not select its own pods",
            deployment + "spec/selector/matchLabels",
            Map.of("app", "x")));
    faults.add(
        set("gone for a moment", deployment + "spec/strategy/rollingUpdate/maxUnavailable", 1));
    faults.add(
        set("selects none of its pods", "Service/directory/spec/selector", Map.of("app", "x")));
    faults.add(
        set(
            "which the container does not have",
            "Service/directory/spec/ports/0/targetPort",
            "web"));
    faults.add(
        set(
            "is about other pods",
            "NetworkPolicy/directory/spec/podSelector/matchLabels",
            Map.of("app", "x")));
    faults.add(
        set(
            "protects none of its pods",
            "PodDisruptionBudget/directory/spec/selector/matchLabels",
            Map.of("app", "x")));
    faults.add(
        set("or a drain never ends", "PodDisruptionBudget/directory/spec/maxUnavailable", 0));
    faults.add(
        set(
            "exactly the gateway",
            "NetworkPolicy/directory/spec/ingress/0/from/0/podSelector",
            Map.of()));
    faults.add(set("lets in anybody", "NetworkPolicy/directory/spec/ingress/0/ports", List.of()));
    faults.add(
        set(
            "belongs to nothing in services.yaml",
            "Service/directory/metadata/name",
            "phone-book"));
    faults.add(
        set(
            "everything may talk to everything",
            "NetworkPolicy/nothing/spec/policyTypes",
            List.of("Ingress")));
    faults.add(
        set(
            "may not talk to every service",
            deployment + "spec/template/metadata/labels/app.kubernetes.io|component",
            "x"));
    faults.add(set("does not enforce pod security", "Namespace/kanmin/metadata/labels", Map.of()));
    faults.add(
        set(
            "which is no Deployment of a service",
            "ScaledObject/directory/spec/scaleTargetRef/name",
            "phone-book"));
    faults.add(
        set(
            "is scaled by [",
            "ScaledObject/directory/spec/triggers/1/metadata/topic",
            "kanmin.sme-advice"));
    faults.add(
        set("the others would read nothing", "ScaledObject/directory/spec/maxReplicaCount", 12));
    faults.add(
        set(
            "is scaled by another Kafka",
            "ScaledObject/directory/spec/triggers/1/metadata/bootstrapServers",
            "localhost:9092"));
    faults.add(
        set(
            "the HorizontalPodAutoscaler gateway scales",
            "HorizontalPodAutoscaler/gateway/spec/scaleTargetRef/name",
            "door"));
    faults.add(set("partitions instead of 1", "KafkaTopic/kanmin.feed/spec/partitions", 3));
    faults.add(
        new Fault(
            "partitions instead of 3",
            it -> it.remove(Rendered.Kind.KafkaTopic, "kanmin.directory.sme-advice.dlt")));
    faults.add(
        set("follows from nothing", "KafkaTopic/kanmin.feed/metadata/name", "kanmin.rumours"));
    faults.add(
        set("not outlive one broker", "KafkaTopic/kanmin.feed/spec/config/min.insync.replicas", 3));
    faults.add(set("forgets events", "KafkaTopic/kanmin.feed/spec/config/retention.ms", 604800000));
    faults.add(
        set(
            "has no MongoDB user",
            "MongoDBCommunity/kanmin-mongodb/spec/users/2/connectionStringSecretName",
            "x"));
    faults.add(
        set(
            "readWrite of its own database",
            "MongoDBCommunity/kanmin-mongodb/spec/users/2/roles/0/db",
            "sme-advice"));
    faults.add(
        set(
            "would not be durable",
            "MongoDBCommunity/kanmin-mongodb/spec/users/2/additionalConnectionStringConfig",
            Map.of()));
    faults.add(
        set("the cluster's first listener", "Kafka/kanmin/spec/kafka/listeners/0/port", 9094));
    faults.add(set("but the Service is at", "Service/directory/spec/ports/0/port", 80));
    faults.add(
        new Fault(
            "KANMIN_ISSUER is missing",
            it ->
                it.of(Rendered.Kind.ConfigMap)
                    .forEach(map -> Yaml.map(map.get("data")).remove("KANMIN_ISSUER"))));
    faults.add(set("which is not there", container + "envFrom/0/configMapRef/name", "settings"));
    faults.add(
        set(
            "all comes in by the gateway",
            "HTTPRoute/kanmin/spec/rules/0/backendRefs/0/name",
            "directory"));
    faults.add(set("hangs on the Gateway", "HTTPRoute/kanmin/spec/parentRefs/0/name", "door"));
    faults.add(
        new Fault(
            "secrets are named here",
            it ->
                it.add(
                    new LinkedHashMap<>(
                        Map.of("kind", "Secret", "metadata", Map.of("name", "x"))))));
    return faults;
  }

  /** {@code path} begins with kind and name; no value takes away what is there. */
  private static Fault set(String words, String path, Object value) {
    return new Fault(
        words,
        rendered -> {
          var steps = path.split("/", 3);
          var object =
              rendered
                  .find(Rendered.Kind.valueOf(steps[0]), steps[1])
                  .orElseThrow(() -> new IllegalStateException("nothing to hurt at " + path));
          int last = steps[2].lastIndexOf('/');
          var where =
              last < 0 ? object : Yaml.at(object, steps[2].substring(0, last)).orElseThrow();
          var key = steps[2].substring(last + 1).replace('|', '/');
          put(where, key, value);
        });
  }

  @SuppressWarnings("unchecked") // maps and lists that YAML was read into
  private static void put(Object where, String key, Object value) {
    if (where instanceof List<?> list) {
      ((List<Object>) list).set(Integer.parseInt(key), value);
    } else if (value == null) {
      ((Map<String, Object>) where).remove(key);
    } else {
      ((Map<String, Object>) where).put(key, value);
    }
  }
}
