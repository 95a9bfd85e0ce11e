package dev.kanmin.proof;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Reading the answer of {@code GET /v1/cells/{country}/{field}}. */
final class Cells {
  private Cells() {}

  /** The deadline that the cell shows of a mission; empty when it shows none. */
  static String deadlineOf(JsonNode cell, String mission) {
    return date(card(cell, mission), "applications-close");
  }

  /** The moment of a date of a card; empty when it has none of that kind. */
  static String date(JsonNode card, String what) {
    return StreamSupport.stream(card.path("dates").spliterator(), false)
        .filter(date -> date.path("what").path("code").asString("").equals(what))
        .map(date -> date.path("at").asString(""))
        .findFirst()
        .orElse("");
  }

  /** What the cell shows of a subject; a missing node when it is not there. */
  static JsonNode card(JsonNode cell, String id) {
    return cards(cell)
        .filter(card -> card.path("id").asString("").equals(id))
        .findFirst()
        .orElseGet(() -> cell.path("absent"));
  }

  /** All that the cell shows, whatever its kind. */
  static Stream<JsonNode> cards(JsonNode cell) {
    return StreamSupport.stream(cell.path("sections").spliterator(), false)
        .flatMap(section -> StreamSupport.stream(section.path("items").spliterator(), false));
  }
}
