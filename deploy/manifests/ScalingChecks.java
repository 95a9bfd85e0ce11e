import dev.kanmin.codes.services.Service;
import dev.kanmin.codes.services.ServiceList;
import dev.kanmin.codes.services.TopicNames;
import dev.kanmin.infrastructure.ServiceTopics;
import dev.kanmin.infrastructure.TopicSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** That topics are those that the services want, and replicas as many as partitions feed. */
final class ScalingChecks extends Checking {
  ScalingChecks(ServiceList list, Rendered rendered, List<String> faults) {
    super(list, rendered, faults);
  }

  @Override
  void run() {
    scaling();
    kafka();
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
}
