import dev.kanmin.codes.services.Service;
import dev.kanmin.codes.services.ServiceList;
import dev.kanmin.codes.services.TopicNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Who may do what in Kafka: what each program does, and nothing else. */
final class Users {
  private static final String FEED_WRITER = "kanmin-feed-writer";

  private Users() {}

  /** One allowance; {@code type} as Kafka calls resources. */
  record Allowed(String type, String name, List<String> operations) {}

  static String of(ServiceList list) {
    var users = new ArrayList<String>();
    list.services().forEach(service -> users.add(user(service.name(), allowed(service))));
    users.add(user(list.gateway().name(), allowedToTheGateway(list)));
    return String.join("---\n", users);
  }

  static List<Allowed> allowed(Service service) {
    var allowed = new ArrayList<Allowed>();
    var own = service.topic();
    // what it follows may be its own topic
    allowed.add(
        new Allowed(
            "topic",
            own,
            service.follows().contains(service.name())
                ? List.of("Describe", "Read", "Write")
                : List.of("Describe", "Write")));
    service.follows().stream()
        .map(TopicNames::of)
        .filter(topic -> !topic.equals(own))
        .forEach(topic -> allowed.add(new Allowed("topic", topic, List.of("Describe", "Read"))));
    // put aside, and read again when somebody replays
    service
        .deadLetterTopics()
        .forEach(
            topic ->
                allowed.add(new Allowed("topic", topic, List.of("Describe", "Read", "Write"))));
    allowed.add(new Allowed("group", service.name(), List.of("Read")));
    return allowed;
  }

  static List<Allowed> allowedToTheGateway(ServiceList list) {
    var allowed = new ArrayList<Allowed>();
    allowed.add(new Allowed("topic", TopicNames.FEED, List.of("Describe", "Read", "Write")));
    list.services()
        .forEach(it -> allowed.add(new Allowed("topic", it.topic(), List.of("Describe", "Read"))));
    allowed.add(new Allowed("group", FEED_WRITER, List.of("Read")));
    allowed.add(new Allowed("transactionalId", FEED_WRITER, List.of("Describe", "Write")));
    return allowed;
  }

  private static String user(String name, List<Allowed> allowed) {
    return """
    apiVersion: kafka.strimzi.io/v1
    kind: KafkaUser
    metadata:
      name: %s
      labels: {strimzi.io/cluster: kanmin}
    spec:
      authentication: {type: tls}
      authorization:
        type: simple
        acls:
    """
            .formatted(name)
        + allowed.stream()
            .map(
                it ->
                    """
                          - resource: {type: %s, name: %s, patternType: literal}
                            operations: [%s]
                    """
                        .formatted(it.type(), it.name(), String.join(", ", it.operations())))
            .collect(Collectors.joining());
  }
}
