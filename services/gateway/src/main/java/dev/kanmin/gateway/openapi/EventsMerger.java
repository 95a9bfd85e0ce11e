package dev.kanmin.gateway.openapi;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes one AsyncAPI 3.0 document of those of the services: a pure function. Each topic is a
 * channel named by its service, each message {@code <service>.<message>}; the feed carries all of
 * them.
 */
final class EventsMerger {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String MESSAGES = "#/components/messages/";
  private static final String CHANNEL = "#/channels/events";

  private EventsMerger() {}

  /**
   * The merged document.
   *
   * @param parts as their services have them: one channel {@code events} each
   * @param description of the whole
   */
  static ObjectNode merge(List<ApiPart> parts, String description) {
    var document = NODES.objectNode();
    document.put("asyncapi", "3.0.0");
    document
        .putObject("info")
        .put("title", "Kanmin: events")
        .put("version", "1")
        .put("description", description);
    var channels = document.putObject("channels");
    var operations = document.putObject("operations");
    var components = document.putObject("components");
    var messages = components.putObject("messages");
    var schemas = components.putObject("schemas");
    var feed = feed(channels);
    for (var part : parts) {
      part.document()
          .path("components")
          .path("schemas")
          .properties()
          // the envelope is everybody's
          .forEach(schema -> schemas.set(schema.getKey(), schema.getValue()));
      part.document()
          .path("components")
          .path("messages")
          .properties()
          .forEach(message -> messages.set(name(part, message.getKey()), message.getValue()));
      var channel = part.document().path("channels").path("events");
      channels.set(part.service(), renamed(part, channel));
      part.document()
          .path("operations")
          .properties()
          .forEach(
              operation ->
                  operations.set(
                      name(part, operation.getKey()), renamed(part, operation.getValue())));
      channel
          .path("messages")
          .propertyNames()
          .forEach(
              message ->
                  feed.putObject(name(part, message)).put("$ref", MESSAGES + name(part, message)));
    }
    operations
        .putObject("feed")
        .put("action", "send")
        .putObject("channel")
        .put("$ref", "#/channels/feed");
    return document;
  }

  /** All events in one order, over HTTP. */
  private static ObjectNode feed(ObjectNode channels) {
    return channels
        .putObject("feed")
        .put("address", "/v1/feed")
        .put(
            "description",
            "Server-sent events: the CloudEvent in JSON as data, the position as id. A stream that"
                + " comes back with Last-Event-ID goes on behind it. Which filters there are, see"
                + " GET /v1/feed in /openapi.yaml.")
        .putObject("messages");
  }

  private static String name(ApiPart part, String message) {
    return part.service() + "." + message;
  }

  private static JsonNode renamed(ApiPart part, JsonNode node) {
    var copy = node.deepCopy();
    copy.findParents("$ref")
        .forEach(parent -> ((ObjectNode) parent).put("$ref", target(part, parent.path("$ref"))));
    return copy;
  }

  private static String target(ApiPart part, JsonNode reference) {
    var target = reference.asString();
    if (target.startsWith(MESSAGES)) {
      return MESSAGES + name(part, target.substring(MESSAGES.length()));
    }
    return target.startsWith(CHANNEL)
        ? "#/channels/" + part.service() + target.substring(CHANNEL.length())
        : target;
  }
}
