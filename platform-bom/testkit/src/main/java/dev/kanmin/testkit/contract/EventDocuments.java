package dev.kanmin.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.EventData;
import dev.kanmin.events.wire.EventType;
import dev.kanmin.events.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The published description of a service's events, made from the event records: one JSON Schema per
 * event, at the address that {@code ce_dataschema} names, and one AsyncAPI 3 document. Both lie in
 * the service's {@code contract} and are compared by a test, so that none of it can be wrong for
 * long.
 */
public final class EventDocuments {
  /** Where schemas stand for readers anywhere; the gateway answers the same paths. */
  public static final String ADDRESS = "https://kanmin.dev/schemas/";

  /** The schema of the card, shared by all services. */
  public static final String CARD = "card.v" + Card.VERSION + ".json";

  private static final String UPDATE = "kanmin.golden.update";
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private final String service;
  private final String title;
  private final List<AggregateType<?, ?, ?>> types;
  private final RecordSchemas schemas = new RecordSchemas();

  private EventDocuments(String service, String title, List<AggregateType<?, ?, ?>> types) {
    this.service = service;
    this.title = title;
    this.types = types;
  }

  /**
   * @param service such as {@code trade-missions}
   * @param title what people call it
   */
  public static EventDocuments of(
      String service, String title, AggregateType<?, ?, ?>... aggregates) {
    return new EventDocuments(service, title, List.of(aggregates));
  }

  /**
   * Checks that a contract folder holds exactly these documents; with {@code
   * -Dkanmin.golden.update=true} writes them, to be reviewed as a change of the contract.
   */
  public void check(Path contract) {
    Map<Path, String> wanted = new LinkedHashMap<>();
    schemas()
        .forEach((name, schema) -> wanted.put(contract.resolve("schemas/" + name), json(schema)));
    wanted.put(contract.resolve("asyncapi.yaml"), yaml(asyncApi()));
    wanted.forEach(EventDocuments::check);
    assertThat(schemaFiles(contract.resolve("schemas")))
        .as("schemas of events that there are")
        .containsExactlyElementsOf(new TreeSet<>(schemas().keySet()));
  }

  /** File name to schema, {@code mission-announced.v1.json}. */
  public Map<String, ObjectNode> schemas() {
    Map<String, ObjectNode> all = new LinkedHashMap<>();
    for (AggregateType<?, ?, ?> type : types) {
      for (Class<?> event : type.events().getPermittedSubclasses()) {
        EventType declared = event.getAnnotation(EventType.class);
        all.put(file(declared.value(), declared.version()), schema(event, declared));
      }
      all.put(file(refreshed(type), 1), refreshedSchema(type));
    }
    return all;
  }

  /** The schema of the card by itself, for the platform's own contract. */
  public static ObjectNode cardSchema() {
    return headed(CARD, "What everybody may see of a subject", new RecordSchemas().of(Card.class));
  }

  /** The AsyncAPI document. */
  public ObjectNode asyncApi() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("asyncapi", "3.0.0");
    document
        .putObject("info")
        .put("title", title)
        .put("version", "0.1.0")
        .put(
            "description",
            "CloudEvents 1.0 in Kafka's binary mode: the envelope is in the headers, the value is"
                + " the data. Per subject the order is right after dropping duplicates: apply a"
                + " ce_sequence higher than the last one applied. Examples of every event are in"
                + " contract/events.");
    ObjectNode channel = document.putObject("channels").putObject("events");
    channel
        .put("address", "kanmin." + service)
        .put("description", "Kept for ever. The key is the subject.");
    ObjectNode names = channel.putObject("messages");
    document
        .putObject("operations")
        .putObject("publish")
        .put("action", "send")
        .putObject("channel")
        .put("$ref", "#/channels/events");
    ObjectNode components = document.putObject("components");
    ObjectNode messages = components.putObject("messages");
    for (AggregateType<?, ?, ?> type : types) {
      for (Class<?> event : type.events().getPermittedSubclasses()) {
        EventType declared = event.getAnnotation(EventType.class);
        message(type, declared.value(), declared.version(), names, messages);
      }
      message(type, refreshed(type), 1, names, messages);
    }
    components.putObject("schemas").set("envelope", new RecordSchemas().of(EnvelopeHeaders.class));
    return document;
  }

  private void message(
      AggregateType<?, ?, ?> type, String name, int version, ObjectNode names, ObjectNode all) {
    names.putObject(name).put("$ref", "#/components/messages/" + name);
    ObjectNode message = all.putObject(name);
    message
        .put("name", "dev.kanmin." + service + "." + name + ".v" + version)
        .put("summary", "Of a " + type.kind() + "; its id begins with " + type.idPrefix() + "_")
        .put("contentType", "application/json");
    message.putObject("headers").put("$ref", "#/components/schemas/envelope");
    message.putObject("payload").put("$ref", ADDRESS + service + "/" + file(name, version));
  }

  private ObjectNode schema(Class<?> event, EventType declared) {
    ObjectNode body = schemas.of(event);
    body.withObjectProperty("properties").putObject(EventData.CARD).put("$ref", ADDRESS + CARD);
    return headed(
        service + "/" + file(declared.value(), declared.version()), declared.value(), body);
  }

  private ObjectNode refreshedSchema(AggregateType<?, ?, ?> type) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("type", "object");
    body.putObject("properties").putObject(EventData.CARD).put("$ref", ADDRESS + CARD);
    return headed(
        service + "/" + file(refreshed(type), 1),
        "Nothing happened to the "
            + type.kind()
            + "; its card is told again because it is made in another way now",
        body);
  }

  private static ObjectNode headed(String path, String title, ObjectNode body) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("$schema", DIALECT).put("$id", ADDRESS + path).put("title", title);
    schema.setAll(body);
    return schema;
  }

  private static String refreshed(AggregateType<?, ?, ?> type) {
    return type.kind() + "-refreshed";
  }

  private static String file(String name, int version) {
    return name + ".v" + version + ".json";
  }

  static String json(JsonNode document) {
    return Json.events()
            .writer()
            .with(SerializationFeature.INDENT_OUTPUT)
            .writeValueAsString(document)
        + "\n";
  }

  private static String yaml(JsonNode document) {
    var options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(120);
    return new Yaml(options).dump(Json.events().convertValue(document, Map.class));
  }

  static void check(Path file, String wanted) {
    try {
      if (Boolean.getBoolean(UPDATE)) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, wanted);
      }
      assertThat(file)
          .as("write it with -D%s=true and review it as a change of the contract", UPDATE)
          .exists();
      // JSON is YAML
      assertThat(new Yaml().<Object>load(Files.readString(file)))
          .as("%s; -D%s=true rewrites it", file, UPDATE)
          .isEqualTo(new Yaml().<Object>load(wanted));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<String> schemaFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The headers of every record, see {@link dev.kanmin.events.wire.EventHeaders}. */
  private record EnvelopeHeaders(
      String ce_specversion,
      String ce_id,
      String ce_source,
      String ce_type,
      String ce_subject,
      java.time.Instant ce_time,
      String ce_dataschema,
      String ce_sequence,
      String ce_chainid,
      java.util.Optional<String> ce_causationid,
      String ce_actor,
      java.util.Optional<String> traceparent) {}
}
