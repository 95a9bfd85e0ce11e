import dev.kanmin.codes.services.Service;
import dev.kanmin.codes.services.ServiceList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who reaches whom: selectors, policies, addresses and the route from outside. */
final class NetworkChecks extends Checking {
  private static final String NAME = "app.kubernetes.io|name";

  NetworkChecks(ServiceList list, Rendered rendered, List<String> faults) {
    super(list, rendered, faults);
  }

  @Override
  void run() {
    for (var program : list.programs()) {
      rendered
          .find(Rendered.Kind.Deployment, program.name())
          .ifPresent(deployment -> selected(program.name(), deployment));
    }
    list.services().forEach(this::onlyTheDoorComesIn);
    network();
    addresses();
    route();
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
                      .map(NetworkChecks::peer)
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
}
