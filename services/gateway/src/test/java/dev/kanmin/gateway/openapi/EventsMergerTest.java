package dev.kanmin.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.gateway.PublishedContracts;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class EventsMergerTest {
  private static final List<ApiPart> PARTS =
      PublishedContracts.events().entrySet().stream()
          .map(contract -> new ApiPart(contract.getKey(), contract.getValue()))
          .toList();

  private final ObjectNode document = EventsMerger.merge(PARTS, "all");

  @Test
  void each_topic_is_a_channel_with_all_messages_of_its_service() {
    assertThat(PARTS).hasSizeGreaterThan(1);
    for (var part : PARTS) {
      var channel = document.path("channels").path(part.service());
      assertThat(channel.path("address").asString()).isEqualTo("kanmin." + part.service());
      assertThat(channel.path("messages").propertyNames())
          .isNotEmpty()
          .containsExactlyElementsOf(
              part.document().path("components").path("messages").propertyNames());
    }
  }

  @Test
  void the_feed_carries_every_message_and_each_is_there() {
    var messages = document.path("components").path("messages");

    assertThat(document.at("/channels/feed/messages").propertyNames())
        .containsExactlyInAnyOrderElementsOf(messages.propertyNames());
    assertThat(messages.size())
        .isEqualTo(
            PARTS.stream()
                .mapToInt(part -> part.document().at("/components/messages").size())
                .sum());
  }

  @Test
  void every_reference_inside_the_document_leads_somewhere() {
    assertThat(document.findValuesAsString("$ref"))
        .filteredOn(reference -> reference.startsWith("#"))
        .isNotEmpty()
        .allSatisfy(
            reference ->
                assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
  }
}
