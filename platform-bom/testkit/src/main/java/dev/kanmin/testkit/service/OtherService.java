package dev.kanmin.testkit.service;

import dev.kanmin.codes.services.TopicNames;
import dev.kanmin.events.wire.EventEnvelope;
import dev.kanmin.events.wire.EventHeaders;
import dev.kanmin.events.wire.Json;
import dev.kanmin.testkit.KafkaFixture;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A service that the one under test follows: publishes what its contract promises.
 *
 * @param name in the list of services
 */
public record OtherService(KafkaFixture kafka, String name) {

  /**
   * Publishes an event; returns once the broker has it.
   *
   * @param type without producer and version, {@code linkage-agreed}; it is version 1
   * @param agency that acted
   * @param data as it stands if it is a text, else as JSON
   */
  public void publish(String type, String subject, long sequence, String agency, Object data) {
    EventEnvelope envelope =
        new EventEnvelope(
            "/" + name,
            "dev.kanmin." + name + "." + type + ".v1",
            subject,
            sequence,
            Instant.parse("2026-10-01T00:00:00Z").plusSeconds(sequence),
            "",
            subject,
            Optional.empty(),
            agency + "/" + agency,
            Optional.empty());
    byte[] bytes =
        data instanceof String text
            ? text.getBytes(StandardCharsets.UTF_8)
            : Json.events().writeValueAsBytes(data);
    var message = new ProducerRecord<>(TopicNames.of(name), subject, bytes);
    EventHeaders.of(envelope)
        .forEach(
            (header, value) ->
                message.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
    try (KafkaProducer<String, byte[]> producer = kafka.producer()) {
      producer.send(message).get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    } catch (ExecutionException failure) {
      throw new IllegalStateException("Kafka refused the record", failure);
    }
  }
}
