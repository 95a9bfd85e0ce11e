package dev.kanmin.events.wire;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The envelope as record headers: CloudEvents 1.0, Kafka protocol binding, binary content mode. We
 * write and read them ourselves, as plain UTF-8 strings, so that any Kafka client can.
 */
public final class EventHeaders {
  private static final String SPECIFICATION = "1.0";
  private static final String CONTENT_TYPE = "application/json";
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private EventHeaders() {}

  /**
   * All headers of an envelope, in a fixed order. Those that every reader needs come last: as the
   * last of two with one name counts, headers are looked through from their end.
   */
  public static Map<String, String> of(EventEnvelope envelope) {
    Map<String, String> headers = LinkedHashMap.newLinkedHashMap(13);
    headers.put("content-type", CONTENT_TYPE);
    headers.put("ce_specversion", SPECIFICATION);
    headers.put("ce_id", envelope.id());
    headers.put("ce_dataschema", envelope.dataSchema());
    headers.put("ce_chainid", envelope.chain());
    envelope.causation().ifPresent(cause -> headers.put("ce_causationid", cause));
    headers.put("ce_actor", envelope.actor());
    envelope.traceparent().ifPresent(trace -> headers.put("traceparent", trace));
    headers.put("ce_source", envelope.source());
    headers.put("ce_type", envelope.type());
    headers.put("ce_subject", envelope.subject());
    headers.put("ce_time", MILLIS.format(envelope.time()));
    headers.put("ce_sequence", Long.toString(envelope.sequence()));
    return headers;
  }

  /**
   * Reads the envelope of a record.
   *
   * @throws UnreadableEvent naming the header that is missing or malformed
   */
  public static EventEnvelope read(Headers headers) {
    return read(name -> text(headers.lastHeader(name)));
  }

  /** Reads an envelope from wherever headers are found by name. */
  public static EventEnvelope read(Function<String, Optional<String>> header) {
    String version = required(header, "ce_specversion");
    if (!version.equals(SPECIFICATION)) {
      throw new UnreadableEvent("ce_specversion is '" + version + "', only 1.0 is read");
    }
    return new EventEnvelope(
        required(header, "ce_source"),
        required(header, "ce_type"),
        required(header, "ce_subject"),
        sequence(required(header, "ce_sequence")),
        time(required(header, "ce_time")),
        header.apply("ce_dataschema").orElse(""),
        required(header, "ce_chainid"),
        header.apply("ce_causationid"),
        required(header, "ce_actor"),
        header.apply("traceparent"));
  }

  /** The text of one header; empty when it is missing. */
  public static Optional<String> text(@Nullable Header header) {
    return header == null || header.value() == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
  }

  private static String required(Function<String, Optional<String>> header, String name) {
    return header
        .apply(name)
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> new UnreadableEvent("The header " + name + " is missing"));
  }

  private static long sequence(String text) {
    try {
      long sequence = Long.parseLong(text);
      if (sequence > 0) {
        return sequence;
      }
    } catch (NumberFormatException notANumber) {
      throw new UnreadableEvent(
          "ce_sequence is '" + text + "', not a whole number from 1", notANumber);
    }
    throw new UnreadableEvent("ce_sequence is '" + text + "', not a whole number from 1");
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException malformed) {
      throw new UnreadableEvent("ce_time is '" + text + "', not an ISO 8601 instant", malformed);
    }
  }
}
