package dev.kanmin.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.kanmin.events.wire.Json;
import io.swagger.v3.core.util.Yaml31;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.node.ObjectNode;

/** The merged AsyncAPI document: every event of every service, and the feed that carries them. */
@Component
final class EventsDocument {
  private static final String PATH = "/asyncapi.yaml";

  private final ServiceDocuments services;
  private final KeptDocument<Ready> kept = new KeptDocument<>(ready -> ready.missing().isEmpty());

  /**
   * The document as it was last made.
   *
   * @param missing services whose part is not in it
   */
  record Ready(ReadyBytes yaml, String entityTag, List<String> missing) {}

  EventsDocument(ServiceDocuments services) {
    this.services = services;
  }

  /** The document of now, or of a moment ago. */
  Mono<Ready> current() {
    return kept.current(
        () ->
            services
                .fetch(PATH, EventsDocument::read)
                .publishOn(Schedulers.boundedElastic())
                .map(EventsDocument::merged));
  }

  private static Ready merged(List<ServiceDocuments.Fetched> fetched) {
    var missing = ServiceDocuments.missing(fetched);
    var parts =
        fetched.stream().map(ServiceDocuments.Fetched::part).flatMap(Optional::stream).toList();
    var document = EventsMerger.merge(parts, ApiDocument.description(TEXT, missing));
    try {
      var yaml =
          Yaml31.mapper()
              .writeValueAsString(Json.events().convertValue(document, Map.class))
              .getBytes(StandardCharsets.UTF_8);
      return new Ready(ReadyBytes.of(yaml), ApiDocument.entityTag(yaml), missing);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static final String TEXT =
      "What can be subscribed to. Each event is a CloudEvent 1.0; data.card is its subject after it"
          + " (/schemas/card.v1.json). ce_dataschema names the schema of the data, which is here"
          + " at the same path.";

  private static ObjectNode read(byte[] yaml) {
    try {
      return Json.events().valueToTree(Yaml31.mapper().readValue(yaml, Map.class));
    } catch (IOException e) {
      throw new UncheckedIOException("no YAML", e);
    }
  }
}
