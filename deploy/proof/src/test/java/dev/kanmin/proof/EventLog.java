package dev.kanmin.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A topic as it lies in Kafka, read without any of Kanmin's own code: what the system is judged by.
 * Partition by partition, each in its order.
 *
 * @param events records with an envelope; those without one were written by nobody of ours
 */
record EventLog(List<Event> events) {
  private static final String FEED_FAULT = "feed_unreadable";

  /**
   * One record.
   *
   * @param position its offset
   * @param source the service, its name after a slash
   * @param actor who was answered, {@code jetro/jetro}
   */
  record Event(
      int partition,
      long position,
      String source,
      String subject,
      long sequence,
      String type,
      String actor,
      byte[] value) {

    /** As {@code Kanmin-Event} names it. */
    String reference() {
      return source + "/" + subject + "/" + sequence;
    }

    /** Without producer and version: {@code mission-announced}. */
    String name() {
      var parts = type.split("\\.", -1);
      return parts.length < 2 ? type : parts[parts.length - 2];
    }

    JsonNode data() {
      return JsonMapper.shared().readTree(value);
    }

    private static Optional<Event> of(ConsumerRecord<byte[], byte[]> record) {
      var sequence = header(record, "ce_sequence");
      var complete =
          header(record, "ce_specversion").equals("1.0")
              && !header(record, "ce_subject").isEmpty()
              && !header(record, "ce_actor").isEmpty()
              && sequence.matches("[1-9][0-9]{0,17}")
              && header(record, FEED_FAULT).isEmpty()
              && record.value() != null;
      return complete
          ? Optional.of(
              new Event(
                  record.partition(),
                  record.offset(),
                  header(record, "ce_source"),
                  header(record, "ce_subject"),
                  Long.parseLong(sequence),
                  header(record, "ce_type"),
                  header(record, "ce_actor"),
                  record.value()))
          : Optional.empty();
    }
  }

  /** The text of a record's header; empty when it does not have it. */
  static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  /**
   * Takes a topic in record by record. Of a million copies it keeps a million places, and each text
   * and each value once.
   */
  static final class Builder {
    private final List<Event> events = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<ByteBuffer, byte[]> values = new HashMap<>();

    void add(ConsumerRecord<byte[], byte[]> record) {
      Event.of(record).map(this::small).ifPresent(events::add);
    }

    EventLog build() {
      return new EventLog(events);
    }

    private Event small(Event event) {
      return new Event(
          event.partition(),
          event.position(),
          once(event.source()),
          once(event.subject()),
          event.sequence(),
          once(event.type()),
          once(event.actor()),
          values.computeIfAbsent(ByteBuffer.wrap(event.value()), value -> event.value()));
    }

    private String once(String text) {
      return texts.computeIfAbsent(text, same -> same);
    }
  }

  /** The same without copies: for each subject only what rises above all before it. */
  EventLog withoutCopies() {
    var last = new HashMap<String, Long>();
    return new EventLog(
        events.stream()
            .filter(
                event -> {
                  var rises = event.sequence() > last.getOrDefault(event.subject(), 0L);
                  last.merge(event.subject(), event.sequence(), Math::max);
                  return rises;
                })
            .toList());
  }

  Map<String, List<Event>> bySubject() {
    return events.stream().collect(Collectors.groupingBy(Event::subject));
  }

  /** Each once, in the order of their first coming. */
  Set<String> references() {
    return events.stream()
        .map(Event::reference)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
