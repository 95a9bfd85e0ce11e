package dev.kanmin.gateway.feed;

import dev.kanmin.events.wire.EventEnvelope;
import dev.kanmin.events.wire.EventHeaders;
import dev.kanmin.events.wire.Json;
import dev.kanmin.events.wire.UnreadableEvent;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * An event of the feed in the JSON format of CloudEvents 1.0 (structured mode), with our extensions
 * and its {@code position}. One line: ready for a page and for a stream.
 */
final class EventJson {
  private static final int ENVELOPE_SIZE = 700;

  private EventJson() {}

  /** The event; empty if its envelope or its data cannot be read. */
  static Optional<byte[]> of(FeedRecord record) {
    if (!record.isReadable()) {
      return Optional.empty();
    }
    try {
      return Optional.of(encode(record, EventHeaders.read(record.headers())));
    } catch (UnreadableEvent | JacksonException unreadable) {
      return Optional.empty();
    }
  }

  private static byte[] encode(FeedRecord record, EventEnvelope envelope) {
    var bytes = new ByteArrayOutputStream(record.data().remaining() + ENVELOPE_SIZE);
    try (JsonGenerator json = Json.events().createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringProperty("specversion", "1.0");
      json.writeStringProperty("id", envelope.id());
      json.writeStringProperty("source", envelope.source());
      json.writeStringProperty("type", envelope.type());
      json.writeStringProperty("subject", envelope.subject());
      json.writeStringProperty("time", envelope.time().toString());
      json.writeStringProperty("datacontenttype", "application/json");
      if (!envelope.dataSchema().isEmpty()) {
        json.writeStringProperty("dataschema", envelope.dataSchema());
      }
      json.writeStringProperty("sequence", Long.toString(envelope.sequence()));
      json.writeStringProperty("chainid", envelope.chain());
      envelope.causation().ifPresent(cause -> json.writeStringProperty("causationid", cause));
      json.writeStringProperty("actor", envelope.actor());
      envelope.traceparent().ifPresent(trace -> json.writeStringProperty("traceparent", trace));
      json.writeStringProperty("position", Long.toString(record.position()));
      json.writeName("data");
      copy(record, json);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /** Token by token: what is no JSON is found, and line breaks between tokens go. */
  private static void copy(FeedRecord record, JsonGenerator json) {
    try (JsonParser parser = record.json()) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new UnreadableEvent("the data is no JSON object");
      }
      json.copyCurrentStructureExact(parser);
      if (parser.nextToken() != null) {
        throw new UnreadableEvent("there is something behind the data");
      }
    }
  }
}
