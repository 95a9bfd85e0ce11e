package dev.kanmin.gateway.form;

import dev.kanmin.codes.services.Service;
import dev.kanmin.codes.services.ServiceList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The operations of the services, read from the description of the whole API. */
public final class Api {
  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
  private static final String KEY = "Idempotency-Key";
  private static final String JSON = "application/json";

  private final Map<String, Operation> operations = new LinkedHashMap<>();

  private final boolean complete;

  private Api(JsonNode document, boolean complete) {
    this.complete = complete;
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            read(document, path.getKey(), method.getKey(), method.getValue())));
  }

  /**
   * Reads the description.
   *
   * @param document OpenAPI 3.1, with the conventions of the house
   * @param complete whether every service has told its part
   */
  public static Api of(JsonNode document, boolean complete) {
    return new Api(document, complete);
  }

  /** Whether what is not here is nowhere: else a service has not told its part. */
  public boolean isComplete() {
    return complete;
  }

  public Optional<Operation> find(String id) {
    return Optional.ofNullable(operations.get(id));
  }

  public Collection<Operation> operations() {
    return Collections.unmodifiableCollection(operations.values());
  }

  /** Reads of one record: {@code GET /v1/missions/{id}}. */
  public List<Operation> records() {
    return operations.values().stream()
        .filter(operation -> operation.isRead() && operation.isOfOne() && !operation.isPart())
        .toList();
  }

  /** Reads that have a page of their own, in the order of the list of services and their paths. */
  public List<Operation> overviews() {
    List<String> paths =
        ServiceList.kanmin().services().stream()
            .flatMap(service -> service.paths().stream())
            .toList();
    return operations.values().stream()
        .filter(Operation::isOverview)
        .sorted(
            Comparator.comparingInt(
                (Operation operation) ->
                    (int)
                        paths.stream()
                            .takeWhile(path -> !operation.path().startsWith(path + "/"))
                            .count()))
        .toList();
  }

  /** What can be commanded of that record, or of its parts; and what is born in it. */
  public List<Operation> commandsOf(Operation read) {
    return operations.values().stream()
        .filter(operation -> operation.isCommand() && operation.isBelow(read))
        .filter(operation -> operation.variables().equals(read.variables()))
        .toList();
  }

  /** Lists of parts of that record: {@code GET /v1/missions/{id}/applications}. */
  public List<Operation> partsOf(Operation read) {
    return operations.values().stream()
        .filter(Operation::isRead)
        .filter(operation -> !operation.equals(read) && operation.isBelow(read))
        .filter(operation -> operation.variables().equals(read.variables()))
        .filter(operation -> operation.items().isPresent())
        .toList();
  }

  /**
   * What else can be read of that record that is no list: {@code GET
   * /v1/meeting-plans/{id}/timetable}.
   */
  public List<Operation> viewsOf(Operation read) {
    return operations.values().stream()
        .filter(Operation::isRead)
        .filter(operation -> !operation.equals(read) && operation.isBelow(read))
        .filter(operation -> operation.variables().equals(read.variables()))
        .filter(operation -> operation.items().isEmpty())
        .filter(operation -> operation.answer().filter(Schema::isObject).isPresent())
        .toList();
  }

  /**
   * What can be commanded of parts of that record that have no address of their own: {@code POST
   * /v1/cases/{id}/actions/{action}/complete}.
   *
   * @return by the noun of the parts
   */
  public Map<String, List<Operation>> commandsOfInner(Operation read) {
    return operations.values().stream()
        .filter(operation -> operation.isCommand() && operation.isBelow(read))
        .filter(operation -> operation.variables().size() == read.variables().size() + 1)
        .filter(operation -> partsOf(read).stream().noneMatch(operation::isBelow))
        .collect(Collectors.groupingBy(Operation::nounOfPart));
  }

  /** The read of one part of that list. */
  public Optional<Operation> partOf(Operation list) {
    return operations.values().stream()
        .filter(operation -> operation.isRead() && operation.isOfOne())
        .filter(operation -> operation.path().startsWith(list.path() + "/{"))
        .filter(operation -> operation.variables().size() == list.variables().size() + 1)
        .findFirst();
  }

  /** The read of what a command is about: of the record, or of its part. */
  public Optional<Operation> readAround(Operation command) {
    return operations.values().stream()
        .filter(operation -> operation.isRead() && operation.isOfOne())
        .filter(command::isBelow)
        .max(Comparator.comparingInt(operation -> operation.path().length()));
  }

  /** What brings a record of that kind of address into being: {@code POST /v1/missions}. */
  public List<Operation> births() {
    return operations.values().stream()
        .filter(operation -> operation.isCommand() && operation.variables().isEmpty())
        .toList();
  }

  private void read(JsonNode document, String path, String method, JsonNode node) {
    String id = node.path("operationId").asString("");
    Optional<Service> service = serviceOf(path);
    if (id.isEmpty() || service.isEmpty()) {
      return;
    }
    boolean command =
        node.path("parameters")
            .valueStream()
            .anyMatch(it -> it.path("name").asString("").equals(KEY));
    boolean versioned =
        node.path("parameters")
            .valueStream()
            .anyMatch(
                it ->
                    it.path("name").asString("").equals("If-Match")
                        && it.path("required").asBoolean(false));
    JsonNode body = node.path("requestBody");
    JsonNode inJson = body.path("content").path(JSON).path("schema");
    // JSON of somebody else's form comes as a file, too
    JsonNode bodySchema =
        inJson.path("type").asString("").equals("string") ? MissingNode.getInstance() : inJson;
    List<String> media =
        body.isObject() && bodySchema.isMissingNode()
            ? List.copyOf(body.path("content").propertyNames())
            : List.of();
    operations.put(
        id,
        new Operation(
            id,
            service.get().name(),
            method,
            path,
            node.path("summary").asString(""),
            node.path("description").asString(""),
            variables(path),
            node.path("parameters")
                .valueStream()
                .filter(it -> it.path("in").asString("").equals("query"))
                .map(it -> it.path("name").asString(""))
                .collect(Collectors.toUnmodifiableSet()),
            command,
            versioned,
            bodySchema.isMissingNode()
                ? Optional.empty()
                : Optional.of(Schema.of(document, bodySchema, id)),
            query(document, node, id),
            media,
            answer(document, node, id)));
  }

  /** Forms ask for them as for the properties of a body. */
  private static Optional<Schema> query(JsonNode document, JsonNode node, String id) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    ObjectNode properties = object.put("type", "object").putObject("properties");
    ArrayNode required = object.putArray("required");
    node.path("parameters")
        .valueStream()
        .filter(it -> it.path("in").asString("").equals("query"))
        .forEach(
            it -> {
              properties.set(it.path("name").asString(""), it.path("schema"));
              if (it.path("required").asBoolean(false)) {
                required.add(it.path("name").asString(""));
              }
            });
    return properties.isEmpty() ? Optional.empty() : Optional.of(Schema.of(document, object, id));
  }

  private static Optional<Schema> answer(JsonNode document, JsonNode node, String id) {
    for (String status : List.of("200", "201")) {
      JsonNode schema =
          node.path("responses").path(status).path("content").path(JSON).path("schema");
      if (schema.isObject()) {
        return Optional.of(Schema.of(document, schema, id));
      }
    }
    return Optional.empty();
  }

  private static Optional<Service> serviceOf(String path) {
    return ServiceList.kanmin().services().stream()
        .filter(
            service ->
                service.paths().stream()
                    .anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/")))
        .findFirst();
  }

  private static List<String> variables(String path) {
    List<String> names = new ArrayList<>();
    Matcher variable = VARIABLE.matcher(path);
    while (variable.find()) {
      names.add(variable.group(1));
    }
    return List.copyOf(names);
  }
}
