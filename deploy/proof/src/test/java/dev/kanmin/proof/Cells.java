package dev.kanmin.proof;

import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Reading the answer of {@code GET /v1/cells/{country}/{field}}. */
final class Cells {
  private Cells() {}

  /** The deadline that the cell shows of a mission; empty when it shows none. */
  static String deadlineOf(JsonNode cell, String mission) {
    return row(cell, "missions", mission).path("deadline").asString("");
  }

  /** What the cell shows of a mission or activity; a missing node when it is not there. */
  static JsonNode row(JsonNode cell, String list, String id) {
    return StreamSupport.stream(cell.path(list).path("items").spliterator(), false)
        .filter(row -> row.path("id").asString("").equals(id))
        .findFirst()
        .orElseGet(() -> cell.path("absent"));
  }
}
