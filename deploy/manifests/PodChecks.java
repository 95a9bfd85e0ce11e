import dev.kanmin.codes.services.Program;
import dev.kanmin.codes.services.Service;
import dev.kanmin.codes.services.ServiceList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** That each program has its pods, and these what the program needs and no more. */
final class PodChecks extends Checking {
  private static final Pattern HEAP = Pattern.compile("-Xmx(\\d+)m");

  PodChecks(ServiceList list, Rendered rendered, List<String> faults) {
    super(list, rendered, faults);
  }

  @Override
  void run() {
    list.programs().forEach(this::program);
    nobodyElse();
  }

  private void program(Program program) {
    var name = program.name();
    for (var kind :
        List.of(
            Rendered.Kind.ServiceAccount,
            Rendered.Kind.Service,
            Rendered.Kind.PodDisruptionBudget,
            Rendered.Kind.NetworkPolicy)) {
      check(rendered.find(kind, name).isPresent(), name + " has no " + kind + ": add it");
    }
    var deployment = rendered.find(Rendered.Kind.Deployment, name);
    check(
        deployment.isPresent(),
        name + " is in services.yaml, but has no Deployment: run make manifests");
    deployment.ifPresent(it -> pod(program, it));
  }

  private void pod(Program program, Map<String, Object> deployment) {
    var name = program.name();
    var container = container(deployment);
    var environment = environment(container);
    boolean isGateway = program.equals(list.gateway());
    check(
        Yaml.text(container, "image").matches("ghcr\\.io/kanmin/" + name + ":[^:]+(?<!latest)"),
        name
            + " has the image "
            + Yaml.text(container, "image")
            + ": name ghcr.io/kanmin/"
            + name
            + " with a version");
    port(name, container, "http", environment.get("KANMIN_PORT"));
    listens(name, environment, "KANMIN_ADDRESS");
    var health = isGateway ? "management" : "http";
    if (isGateway) {
      port(name, container, health, environment.get("KANMIN_MANAGEMENT_PORT"));
      listens(name, environment, "KANMIN_MANAGEMENT_ADDRESS");
    }
    probe(name, container, "startupProbe", "liveness", health);
    probe(name, container, "livenessProbe", "liveness", health);
    probe(name, container, "readinessProbe", "readiness", health);
    check(
        environment.containsKey("SERVER_FORWARDHEADERSSTRATEGY"),
        name
            + " leaves SERVER_FORWARDHEADERSSTRATEGY to Boot, which then believes X-Forwarded-For"
            + " of anybody: set it");
    memory(program, container, environment);
    restricted(name, deployment, container);
    spread(name, deployment);
    storesAndTemporaryFiles(program, deployment, container);
  }

  private void port(String name, Map<String, Object> container, String port, String variable) {
    var number =
        Yaml.maps(container, "ports").stream()
            .filter(it -> Yaml.text(it, "name").equals(port))
            .map(it -> Yaml.text(it, "containerPort"))
            .findFirst();
    check(
        number.isPresent() && number.get().equals(variable),
        "%s listens on %s, but its container port %s is %s: make them the same"
            .formatted(name, variable, port, number.orElse("missing")));
  }

  private void listens(String name, Map<String, String> environment, String variable) {
    check(
        "0.0.0.0".equals(environment.get(variable)),
        "%s listens on the pod's loopback address only: set %s to 0.0.0.0"
            .formatted(name, variable));
  }

  private void probe(
      String name, Map<String, Object> container, String probe, String group, String port) {
    var path = "/actuator/health/" + group;
    check(
        Yaml.text(container, probe + "/httpGet/path").equals(path)
            && Yaml.text(container, probe + "/httpGet/port").equals(port),
        "%s: its %s must ask %s at the port %s".formatted(name, probe, path, port));
  }

  private void memory(
      Program program, Map<String, Object> container, Map<String, String> environment) {
    var name = program.name();
    var found = HEAP.matcher(environment.getOrDefault("JAVA_TOOL_OPTIONS", ""));
    int heap = found.find() ? Integer.parseInt(found.group(1)) : 0;
    check(
        heap >= program.heapMegabytes(),
        "%s has -Xmx%dm, less than the %d MB of services.yaml: raise it"
            .formatted(name, heap, program.heapMegabytes()));
    int request = megabytes(Yaml.text(container, "resources/requests/memory"));
    int limit = megabytes(Yaml.text(container, "resources/limits/memory"));
    check(
        request >= heap + Written.BESIDE_THE_HEAP,
        "%s asks for %d Mi with a heap of %d MB and needs %d more: raise resources.requests.memory"
            .formatted(name, request, heap, Written.BESIDE_THE_HEAP));
    check(limit >= request, name + " has a memory limit below its request: raise it");
    check(
        Yaml.at(container, "resources/requests/cpu").isPresent(),
        name + " asks for no processor: set resources.requests.cpu");
  }

  private static int megabytes(String quantity) {
    if (quantity.endsWith("Gi")) {
      return Integer.parseInt(quantity.replace("Gi", "")) * 1024;
    }
    return quantity.endsWith("Mi") ? Integer.parseInt(quantity.replace("Mi", "")) : 0;
  }

  private void restricted(
      String name, Map<String, Object> deployment, Map<String, Object> container) {
    var pod = Yaml.at(deployment, "spec/template/spec").orElse(Map.of());
    boolean restricted =
        is(pod, "securityContext/runAsNonRoot", "true")
            && is(pod, "securityContext/seccompProfile/type", "RuntimeDefault")
            && is(container, "securityContext/allowPrivilegeEscalation", "false")
            && is(container, "securityContext/readOnlyRootFilesystem", "true")
            && Yaml.texts(container, "securityContext/capabilities/drop").equals(List.of("ALL"));
    check(
        restricted,
        name
            + " is not what pod security 'restricted' asks for: runAsNonRoot, seccompProfile"
            + " RuntimeDefault, no escalation, a read-only root, all capabilities dropped");
    check(
        is(pod, "automountServiceAccountToken", "false") && is(pod, "enableServiceLinks", "false"),
        name
            + " gets a token of the cluster or variables of other services: set"
            + " automountServiceAccountToken and enableServiceLinks to false");
  }

  private void spread(String name, Map<String, Object> deployment) {
    var constraints = Yaml.maps(deployment, "spec/template/spec/topologySpreadConstraints");
    check(
        !constraints.isEmpty(),
        name + " may have all replicas on one node: add topologySpreadConstraints");
    for (var constraint : constraints) {
      check(
          is(constraint, "whenUnsatisfiable", "ScheduleAnyway")
              || is(constraint, "nodeTaintsPolicy", "Honor"),
          name
              + " hangs a drain: its spread over "
              + Yaml.text(constraint, "topologyKey")
              + " needs ScheduleAnyway or nodeTaintsPolicy Honor");
      check(
          selects(constraint, "labelSelector/matchLabels", labels(deployment)),
          name + " spreads other pods than its own: correct labelSelector");
    }
  }

  private void storesAndTemporaryFiles(
      Program program, Map<String, Object> deployment, Map<String, Object> container) {
    var name = program.name();
    check(
        Yaml.maps(container, "volumeMounts").stream().anyMatch(it -> is(it, "mountPath", "/tmp")),
        name + " cannot write temporary files: mount an emptyDir at /tmp");
    if (program instanceof Service) {
      var secret =
          Yaml.maps(container, "env").stream()
              .filter(it -> is(it, "name", "KANMIN_MONGODB_URI"))
              .map(it -> Yaml.text(it, "valueFrom/secretKeyRef/name"))
              .findFirst()
              .orElse("");
      check(
          secret.equals("mongodb-" + name),
          name + " must take KANMIN_MONGODB_URI from the secret mongodb-" + name);
      check(
          labels(deployment).containsKey("kanmin.dev/mongodb"),
          name + " may not talk to MongoDB: label its pods kanmin.dev/mongodb");
    }
    check(
        labels(deployment).containsKey("kanmin.dev/kafka"),
        name + " may not talk to Kafka: label its pods kanmin.dev/kafka");
  }

  private void nobodyElse() {
    var names = list.programs().stream().map(Program::name).collect(Collectors.toSet());
    for (var kind :
        List.of(
            Rendered.Kind.Deployment, Rendered.Kind.Service, Rendered.Kind.PodDisruptionBudget)) {
      for (var object : rendered.of(kind)) {
        var name = Yaml.text(object, "metadata/name");
        check(
            names.contains(name),
            "the %s %s belongs to nothing in services.yaml: remove it".formatted(kind, name));
      }
    }
  }
}
