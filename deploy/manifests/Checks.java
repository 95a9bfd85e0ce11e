import dev.kanmin.codes.services.Program;
import dev.kanmin.codes.services.Service;
import dev.kanmin.codes.services.ServiceList;
import dev.kanmin.codes.services.TopicNames;
import dev.kanmin.infrastructure.ServiceTopics;
import dev.kanmin.infrastructure.TopicSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The objects of one overlay against the list of services and against each other. */
final class Checks {
  private static final String NAME = "app.kubernetes.io|name";
  private static final Pattern HEAP = Pattern.compile("-Xmx(\\d+)m");

  private final ServiceList list;
  private final Rendered rendered;
  private final List<String> faults = new ArrayList<>();

  Checks(ServiceList list, Rendered rendered) {
    this.list = list;
    this.rendered = rendered;
  }

  /** One line for each, which says what to do. */
  List<String> faults() {
    list.programs().forEach(this::program);
    list.services().forEach(this::onlyTheDoorComesIn);
    nobodyElse();
    network();
    scaling();
    kafka();
    mongodb();
    addresses();
    route();
    secrets();
    return faults;
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
    deployment.ifPresent(
        it -> {
          pod(program, it);
          selected(name, it);
        });
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

  private void selected(String name, Map<String, Object> deployment) {
    var labels = labels(deployment);
    check(
        selects(deployment, "spec/selector/matchLabels", labels),
        name + ": the Deployment does not select its own pods: correct spec.selector");
    check(
        !is(deployment, "spec/strategy/rollingUpdate/maxUnavailable", "1"),
        name + " is gone for a moment at each roll-out: set maxUnavailable to 0");
    var container = container(deployment);
    var ports =
        Yaml.maps(container, "ports").stream()
            .map(it -> Yaml.text(it, "name"))
            .collect(Collectors.toSet());
    rendered
        .find(Rendered.Kind.Service, name)
        .ifPresent(
            it -> {
              check(
                  selects(it, "spec/selector", labels),
                  name + ": the Service selects none of its pods: correct spec.selector");
              for (var port : Yaml.maps(it, "spec/ports")) {
                check(
                    ports.contains(Yaml.text(port, "targetPort")),
                    "%s: the Service sends to the port %s, which the container does not have"
                        .formatted(name, Yaml.text(port, "targetPort")));
              }
            });
    rendered
        .find(Rendered.Kind.NetworkPolicy, name)
        .ifPresent(
            it ->
                check(
                    selects(it, "spec/podSelector/matchLabels", labels),
                    name + ": the NetworkPolicy is about other pods: correct spec.podSelector"));
    rendered
        .find(Rendered.Kind.PodDisruptionBudget, name)
        .ifPresent(
            it -> {
              check(
                  selects(it, "spec/selector/matchLabels", labels),
                  name
                      + ": the PodDisruptionBudget protects none of its pods: correct"
                      + " spec.selector");
              check(
                  is(it, "spec/maxUnavailable", "1"),
                  name
                      + ": the PodDisruptionBudget must allow one pod to go (maxUnavailable: 1), or"
                      + " a drain never ends");
            });
  }

  private void onlyTheDoorComesIn(Service service) {
    rendered
        .find(Rendered.Kind.NetworkPolicy, service.name())
        .ifPresent(
            policy -> {
              var who =
                  Yaml.maps(policy, "spec/ingress").stream()
                      .flatMap(it -> Yaml.maps(it, "from").stream())
                      .map(Checks::peer)
                      .collect(Collectors.toSet());
              check(
                  who.equals(Set.of("gateway", "prometheus in monitoring")),
                  "%s lets in %s: exactly the gateway and Prometheus may come in"
                      .formatted(service.name(), who));
              check(
                  Yaml.maps(policy, "spec/ingress").stream()
                      .allMatch(
                          it -> !Yaml.maps(it, "from").isEmpty() && is(it, "ports/0/port", "http")),
                  service.name() + " lets in anybody, or to any port: name from and the port http");
            });
  }

  private static String peer(Map<String, Object> peer) {
    var pods = Yaml.text(peer, "podSelector/matchLabels/" + NAME);
    var namespace = Yaml.text(peer, "namespaceSelector/matchLabels/kubernetes.io|metadata.name");
    if (pods.isEmpty()) {
      return "everybody of " + (peer.isEmpty() ? "anywhere" : peer);
    }
    return namespace.isEmpty() ? pods : pods + " in " + namespace;
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

  private void network() {
    check(
        rendered
            .find(Rendered.Kind.NetworkPolicy, "nothing")
            .filter(
                it ->
                    Yaml.at(it, "spec/podSelector").equals(Optional.of(Map.of()))
                        && Yaml.texts(it, "spec/policyTypes").equals(List.of("Ingress", "Egress"))
                        && Yaml.at(it, "spec/ingress").isEmpty()
                        && Yaml.at(it, "spec/egress").isEmpty())
            .isPresent(),
        "everything may talk to everything: the NetworkPolicy 'nothing' must deny both directions"
            + " for all pods");
    var toServices = rendered.find(Rendered.Kind.NetworkPolicy, "gateway-to-services");
    check(
        toServices
            .filter(
                it ->
                    list.services().stream()
                        .flatMap(
                            service ->
                                rendered.find(Rendered.Kind.Deployment, service.name()).stream())
                        .allMatch(
                            service ->
                                selects(
                                    it,
                                    "spec/egress/0/to/0/podSelector/matchLabels",
                                    labels(service))))
            .isPresent(),
        "the gateway may not talk to every service: correct the NetworkPolicy gateway-to-services");
    check(
        rendered.of(Rendered.Kind.Namespace).stream()
            .allMatch(
                it -> is(it, "metadata/labels/pod-security.kubernetes.io|enforce", "restricted")),
        "the namespace does not enforce pod security 'restricted': label it");
  }

  private void scaling() {
    var partitions = partitions();
    for (var scaled : rendered.of(Rendered.Kind.ScaledObject)) {
      var name = Yaml.text(scaled, "spec/scaleTargetRef/name");
      var service = list.find(name);
      check(
          service.isPresent() && rendered.find(Rendered.Kind.Deployment, name).isPresent(),
          "the ScaledObject %s scales %s, which is no Deployment of a service"
              .formatted(Yaml.text(scaled, "metadata/name"), name));
      service.ifPresent(it -> byLag(it, scaled, partitions));
    }
    for (var scaler : rendered.of(Rendered.Kind.HorizontalPodAutoscaler)) {
      var name = Yaml.text(scaler, "spec/scaleTargetRef/name");
      check(
          rendered.find(Rendered.Kind.Deployment, name).isPresent(),
          "the HorizontalPodAutoscaler %s scales %s, which is no Deployment"
              .formatted(Yaml.text(scaler, "metadata/name"), name));
    }
  }

  private void byLag(Service service, Map<String, Object> scaled, Map<String, Integer> partitions) {
    var triggers =
        Yaml.maps(scaled, "spec/triggers").stream().filter(it -> is(it, "type", "kafka")).toList();
    var topics =
        triggers.stream().map(it -> Yaml.text(it, "metadata/topic")).collect(Collectors.toSet());
    var expected = service.follows().stream().map(TopicNames::of).collect(Collectors.toSet());
    check(
        topics.equals(expected)
            && triggers.stream().allMatch(it -> is(it, "metadata/consumerGroup", service.name())),
        "%s is scaled by %s, but follows %s: run make manifests"
            .formatted(service.name(), topics, expected));
    int most = Integer.parseInt(Yaml.text(scaled, "spec/maxReplicaCount"));
    int least =
        expected.stream()
            .mapToInt(it -> partitions.getOrDefault(it, 0))
            .min()
            .orElse(Integer.MAX_VALUE);
    check(
        most <= least,
        "%s may have %d replicas, but its topics have %d partitions: the others would read nothing"
            .formatted(service.name(), most, least));
    check(
        triggers.stream()
            .allMatch(
                it ->
                    Yaml.text(it, "metadata/bootstrapServers")
                        .equals("kanmin-kafka-bootstrap.kanmin:9092")),
        service.name() + " is scaled by another Kafka than it reads");
  }

  private Map<String, Integer> partitions() {
    var partitions = new HashMap<String, Integer>();
    for (var topic : rendered.of(Rendered.Kind.KafkaTopic)) {
      partitions.put(
          Yaml.text(topic, "metadata/name"), Integer.parseInt(Yaml.text(topic, "spec/partitions")));
    }
    return partitions;
  }

  private void kafka() {
    var expected =
        ServiceTopics.all(list).stream()
            .collect(Collectors.toMap(TopicSpec::name, TopicSpec::partitions));
    var found = partitions();
    expected.forEach(
        (name, partitions) ->
            check(
                partitions.equals(found.get(name)),
                "the KafkaTopic %s has %s partitions instead of %d: run make manifests"
                    .formatted(name, found.get(name), partitions)));
    found.keySet().stream()
        .filter(name -> !expected.containsKey(name))
        .forEach(
            name ->
                fault(
                    "the KafkaTopic "
                        + name
                        + " follows from nothing in services.yaml: remove it"));
    int brokers =
        rendered.of(Rendered.Kind.KafkaNodePool).stream()
            .filter(it -> Yaml.texts(it, "spec/roles").contains("broker"))
            .mapToInt(it -> Integer.parseInt(Yaml.text(it, "spec/replicas")))
            .sum();
    for (var topic : rendered.of(Rendered.Kind.KafkaTopic)) {
      int replicas = Integer.parseInt(Yaml.text(topic, "spec/replicas"));
      int inSync = Integer.parseInt(Yaml.text(topic, "spec/config/min.insync.replicas"));
      check(
          replicas <= brokers && (inSync < replicas || replicas == 1),
          "the KafkaTopic %s has %d replicas, %d of them in sync, on %d brokers: it could not be made, or not outlive one broker"
              .formatted(Yaml.text(topic, "metadata/name"), replicas, inSync, brokers));
      check(
          is(topic, "spec/config/retention.ms", "-1")
              && is(topic, "spec/config/cleanup.policy", "delete"),
          "the KafkaTopic %s forgets events: set retention.ms to -1"
              .formatted(Yaml.text(topic, "metadata/name")));
    }
  }

  private void mongodb() {
    var users =
        rendered.of(Rendered.Kind.MongoDBCommunity).stream()
            .flatMap(it -> Yaml.maps(it, "spec/users").stream())
            .collect(Collectors.toMap(it -> Yaml.text(it, "name"), Function.identity()));
    for (var service : list.services()) {
      var name = service.name();
      var user = users.getOrDefault(name, Map.of());
      check(
          is(user, "connectionStringSecretName", "mongodb-" + name),
          "%s has no MongoDB user with the secret mongodb-%1$s: run make manifests"
              .formatted(name));
      var roles = Yaml.maps(user, "roles");
      check(
          roles.size() == 1
              && is(roles.getFirst(), "name", "readWrite")
              && is(roles.getFirst(), "db", name),
          "the MongoDB user %s must have the one role readWrite of its own database"
              .formatted(name));
      check(
          is(user, "additionalConnectionStringConfig/w", "majority")
              && is(user, "additionalConnectionStringConfig/journal", "true"),
          "the MongoDB user %s connects without w=majority and journal=true: acknowledged would not be durable"
              .formatted(name));
    }
  }

  private void addresses() {
    var settings = new HashMap<String, String>();
    for (var map : rendered.of(Rendered.Kind.ConfigMap)) {
      Yaml.map(map.get("data")).forEach((key, value) -> settings.put(key, value.toString()));
    }
    var kafka =
        rendered.of(Rendered.Kind.Kafka).stream()
            .map(
                it ->
                    Yaml.text(it, "metadata/name")
                        + "-kafka-bootstrap:"
                        + Yaml.text(it, "spec/kafka/listeners/0/port"))
            .findFirst()
            .orElse("");
    check(
        kafka.equals(settings.get("KANMIN_KAFKA")),
        "KANMIN_KAFKA is %s, the cluster's first listener %s: make them the same"
            .formatted(settings.get("KANMIN_KAFKA"), kafka));
    check(
        settings.getOrDefault("KANMIN_ISSUER", "").startsWith("https://"),
        "KANMIN_ISSUER is missing or not https: without it every token is refused");
    for (var service : list.services()) {
      var port =
          rendered
              .find(Rendered.Kind.Service, service.name())
              .map(it -> Yaml.text(it, "spec/ports/0/port"))
              .orElse("");
      var expected = "http://" + service.name() + ":" + port;
      check(
          expected.equals(settings.get(service.urlVariable())),
          "%s is %s, but the Service is at %s"
              .formatted(service.urlVariable(), settings.get(service.urlVariable()), expected));
    }
    for (var deployment : rendered.of(Rendered.Kind.Deployment)) {
      for (var from : Yaml.maps(container(deployment), "envFrom")) {
        var name = Yaml.text(from, "configMapRef/name");
        check(
            name.isEmpty() || rendered.find(Rendered.Kind.ConfigMap, name).isPresent(),
            "%s wants the ConfigMap %s, which is not there"
                .formatted(Yaml.text(deployment, "metadata/name"), name));
      }
    }
  }

  private void route() {
    var backends =
        rendered.of(Rendered.Kind.HTTPRoute).stream()
            .flatMap(it -> Yaml.maps(it, "spec/rules").stream())
            .flatMap(it -> Yaml.maps(it, "backendRefs").stream())
            .map(it -> Yaml.text(it, "name") + ":" + Yaml.text(it, "port"))
            .collect(Collectors.toSet());
    check(
        backends.equals(Set.of("gateway:8080")),
        "the HTTPRoute leads to %s: all comes in by the gateway, gateway:8080".formatted(backends));
    rendered.of(Rendered.Kind.HTTPRoute).stream()
        .flatMap(it -> Yaml.maps(it, "spec/parentRefs").stream())
        .map(it -> Yaml.text(it, "name"))
        .forEach(
            name ->
                check(
                    rendered.find(Rendered.Kind.Gateway, name).isPresent(),
                    "the HTTPRoute hangs on the Gateway " + name + ", which is not there"));
  }

  private void secrets() {
    for (var secret : rendered.of(Rendered.Kind.Secret)) {
      fault(
          "the Secret %s stands in the manifests: secrets are named here and made elsewhere"
              .formatted(Yaml.text(secret, "metadata/name")));
    }
    for (var deployment : rendered.of(Rendered.Kind.Deployment)) {
      Yaml.maps(container(deployment), "env").stream()
          .filter(it -> Yaml.text(it, "name").matches(".*(PASSWORD|SECRET|TOKEN|MONGODB_URI).*"))
          .filter(it -> Yaml.at(it, "value").isPresent())
          .forEach(
              it ->
                  fault(
                      "%s has %s as plain text: take it from a secret"
                          .formatted(
                              Yaml.text(deployment, "metadata/name"), Yaml.text(it, "name"))));
    }
  }

  private static Map<String, Object> container(Map<String, Object> deployment) {
    return Yaml.map(Yaml.at(deployment, "spec/template/spec/containers/0").orElse(Map.of()));
  }

  private static Map<String, Object> labels(Map<String, Object> deployment) {
    return Yaml.map(Yaml.at(deployment, "spec/template/metadata/labels").orElse(Map.of()));
  }

  private static Map<String, String> environment(Map<String, Object> container) {
    return Yaml.maps(container, "env").stream()
        .filter(it -> Yaml.at(it, "value").isPresent())
        .collect(
            Collectors.toMap(
                it -> Yaml.text(it, "name"), it -> Yaml.text(it, "value"), (a, b) -> b));
  }

  /** Whether the labels at the path are some, and the pod has them all. */
  private static boolean selects(
      Map<String, Object> object, String path, Map<String, Object> labels) {
    var wanted = Yaml.map(Yaml.at(object, path).orElse(Map.of()));
    return !wanted.isEmpty() && labels.entrySet().containsAll(wanted.entrySet());
  }

  private static boolean is(Object object, String path, String value) {
    return Yaml.text(object, path).equals(value);
  }

  private void check(boolean holds, String fault) {
    if (!holds) {
      fault(fault);
    }
  }

  private void fault(String fault) {
    faults.add(rendered.overlay() + ": " + fault);
  }
}
