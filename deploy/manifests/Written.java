import dev.kanmin.codes.services.Program;
import dev.kanmin.codes.services.Service;
import dev.kanmin.codes.services.ServiceList;
import dev.kanmin.codes.services.TopicNames;
import dev.kanmin.infrastructure.ServiceTopics;
import dev.kanmin.infrastructure.TopicSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The files that follow from the list of services. */
final class Written {
  private static final String MARK =
      "# Written by make manifests: change the template or services.yaml, not this.\n";
  private static final Path TEMPLATES = Path.of("deploy/manifests/templates");

  /**
   * Megabytes that a process needs beside its heap, and what it may take more before it is killed.
   */
  static final int BESIDE_THE_HEAP = 100;

  private static final int RESERVE = 96;

  private Written() {}

  static Map<Path, String> all(ServiceList list) throws IOException {
    var files = new LinkedHashMap<String, String>();
    files.put("k8s/base/services.yaml", each(list.services(), Written::service));
    files.put("k8s/base/service-addresses.env", addresses(list));
    files.put("k8s/kafka/topics.yaml", each(ServiceTopics.all(list), Written::topic));
    files.put("k8s/kafka-users/users.yaml", MARK + Users.of(list));
    files.put("k8s/mongodb/mongodb.yaml", MARK + mongodb(list));
    files.put("k8s/monitoring/rules.yaml", MARK + rules());
    files.put("k8s/scaling/scaled-objects.yaml", each(list.services(), Written::scaled));
    files.put("deploy/observe/targets.yaml", MARK + targets(list));
    files.put("deploy/compose/programs.yaml", MARK + compose(list));
    files.put("deploy/compose/realm.json", Realm.of(list));
    files.put("deploy/compose/topics.list", topics(list));
    files.putAll(Dashboards.all());
    return files.entrySet().stream()
        .collect(
            Collectors.toMap(
                file -> Path.of(file.getKey()),
                Map.Entry::getValue,
                (one, other) -> one,
                LinkedHashMap::new));
  }

  private static <T> String each(List<T> things, Function<T, String> text) {
    return MARK + things.stream().map(text).collect(Collectors.joining("---\n"));
  }

  private static String service(Service service) {
    boolean mails = Yaml.at(Manifests.settings(service), "spring/mail").isPresent();
    return fill(
        "service.yaml",
        Map.of(
            "name", service.name(),
            "heap", Integer.toString(service.heapMegabytes()),
            "request", Integer.toString(request(service)),
            "limit", Integer.toString(request(service) + RESERVE),
            "tmp", temporary(service),
            "mailLabel", mails ? ", kanmin.dev/mail: 'true'" : "",
            "mailFrom",
                mails
                    ? "\n"
                          + "            # SPRING_MAIL_USERNAME and SPRING_MAIL_PASSWORD\n"
                          + "            - secretRef: {name: smtp, optional: true}"
                    : ""));
  }

  /** Heap and the rest, in steps of 16. */
  static int request(Program program) {
    return (program.heapMegabytes() + BESIDE_THE_HEAP + 15) / 16 * 16;
  }

  /**
   * Files that wait on disk while they are read: as many as are read at once, of the largest size.
   */
  private static String temporary(Service service) {
    var settings = Manifests.settings(service);
    return Yaml.at(settings, "files/largest")
        .map(largest -> Integer.parseInt(largest.toString().replace("GB", "")))
        .map(each -> each * Integer.parseInt(Yaml.text(settings, "files/at-once")) + 1 + "Gi")
        .orElse("256Mi");
  }

  private static String addresses(ServiceList list) {
    return list.services().stream()
        .map(it -> it.urlVariable() + "=http://" + it.name() + ":8080\n")
        .collect(Collectors.joining("", MARK, ""));
  }

  private static String topic(TopicSpec topic) {
    return fill(
        "topic.yaml",
        Map.of("topic", topic.name(), "partitions", Integer.toString(topic.partitions())));
  }

  private static String topics(ServiceList list) {
    return ServiceTopics.all(list).stream()
        .map(it -> it.name() + " " + it.partitions() + "\n")
        .collect(Collectors.joining());
  }

  private static String scaled(Service service) {
    return fill("scaled.yaml", Map.of("name", service.name()))
        + service.follows().stream()
            .map(
                followed ->
                    """
                        - type: kafka
                          metadata:
                            bootstrapServers: kanmin-kafka-bootstrap.kanmin:9092
                            consumerGroup: %s
                            topic: %s
                            lagThreshold: '500'
                            offsetResetPolicy: earliest
                    """
                        .formatted(service.name(), TopicNames.of(followed)))
            .collect(Collectors.joining());
  }

  private static String mongodb(ServiceList list) {
    return fill("mongodb.yaml", Map.of())
        + list.services().stream()
            .map(service -> fill("mongodb-user.yaml", Map.of("name", service.name())))
            .collect(Collectors.joining());
  }

  private static String rules() {
    return """
    apiVersion: monitoring.coreos.com/v1
    kind: PrometheusRule
    metadata:
      name: kanmin
    spec:
    """
        + read(Path.of("deploy/observe/alerts.yaml"))
            .lines()
            .dropWhile(line -> !line.startsWith("groups:"))
            .map(line -> line.isBlank() ? "\n" : "  " + line + "\n")
            .collect(Collectors.joining());
  }

  private static String targets(ServiceList list) {
    return list.programs().stream()
        .map(
            program ->
                """
                - targets: ['%s:%d']
                  labels: {job: %1$s, system: kanmin}
                """
                    .formatted(program.name(), managementPort(list, program)))
        .collect(Collectors.joining());
  }

  static int managementPort(ServiceList list, Program program) {
    return program.equals(list.gateway()) ? 8070 : 8080;
  }

  private static String compose(ServiceList list) {
    var urls =
        list.services().stream()
            .map(it -> "      %s: http://%s:8080\n".formatted(it.urlVariable(), it.name()))
            .collect(Collectors.joining());
    var dependencies =
        list.services().stream()
            .map(it -> "      %s: {condition: service_started}\n".formatted(it.name()))
            .collect(Collectors.joining());
    return "services:\n"
        + list.services().stream()
            .map(
                it ->
                    fill(
                        "compose-service.yaml",
                        Map.of(
                            "name", it.name(),
                            "heap", Integer.toString(it.heapMegabytes()),
                            "limit", Integer.toString(request(it) + RESERVE))))
            .collect(Collectors.joining())
        + fill("compose-gateway.yaml", Map.of("urls", urls, "dependencies", dependencies));
  }

  /**
   * The template with its gaps filled.
   *
   * @throws IllegalStateException naming a gap that is left
   */
  private static String fill(String template, Map<String, String> values) {
    var text = read(TEMPLATES.resolve(template));
    for (var value : values.entrySet()) {
      text = text.replace("{{" + value.getKey() + "}}", value.getValue());
    }
    int gap = text.indexOf("{{");
    if (gap >= 0) {
      throw new IllegalStateException(
          template + " has a gap that nobody fills: " + text.substring(gap, gap + 20).strip());
    }
    return text;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
