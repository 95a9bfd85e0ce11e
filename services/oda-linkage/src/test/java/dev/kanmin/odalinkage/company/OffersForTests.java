package dev.kanmin.odalinkage.company;

import dev.kanmin.codes.services.TopicNames;
import dev.kanmin.events.wire.EventEnvelope;
import dev.kanmin.events.wire.EventHeaders;
import dev.kanmin.events.wire.Json;
import dev.kanmin.testkit.KafkaFixture;
import dev.kanmin.testkit.service.RunningService;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.node.ObjectNode;

/** Companies that a running service is told of. */
public final class OffersForTests {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private OffersForTests() {}

  /** A maker of catheters that aims at a country and is registered there with that status. */
  public static ObjectNode maker(String company, String field, String country, String status) {
    ObjectNode profile = Json.events().createObjectNode();
    profile.put("companyId", company).put("revision", 1).put("capacity", "ready");
    profile.putObject("names").put("en", "[Sample] Company");
    profile.putArray("licences").addObject().put("kind", "marketing-authorisation-1");
    profile.putArray("certificates").addObject().put("standard", "ISO 13485");
    profile.putArray("targetCountries").add(country);
    ObjectNode product = profile.putArray("products").addObject();
    product.put("productId", "prd_1").put("deviceClass", "II");
    product.putArray("hs").add("901839");
    product.putArray("fields").add(field);
    product
        .putArray("registrations")
        .addObject()
        .put("country", country)
        .put("scheme", "national")
        .put("status", status);
    return profile;
  }

  /** As if the directory had told of it. */
  public static void tell(RunningService service, ObjectNode profile) {
    service
        .bean(CompanyOffers.class)
        .keep(Json.events().treeToValue(profile, DirectoryEvent.ProfileChanged.class))
        .block(PATIENCE);
  }

  /** An event of another service, as it comes on the bus; done once the broker has it. */
  public static void publish(String from, String type, String subject, long sequence, Object data) {
    EventEnvelope envelope =
        new EventEnvelope(
            "/" + from,
            "dev.kanmin." + from + "." + type + ".v1",
            subject,
            sequence,
            Instant.parse("2026-10-01T00:00:00Z").plusSeconds(sequence),
            "",
            subject,
            Optional.empty(),
            "jetro/jetro",
            Optional.empty());
    var record =
        new ProducerRecord<>(TopicNames.of(from), subject, Json.events().writeValueAsBytes(data));
    EventHeaders.of(envelope)
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    try (var producer = KafkaFixture.shared().producer()) {
      producer.send(record);
      producer.flush();
    }
  }
}
