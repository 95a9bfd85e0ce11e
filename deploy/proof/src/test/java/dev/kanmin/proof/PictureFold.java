package dev.kanmin.proof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What cells must show: the last card of each subject, without any of Kanmin's own code. */
final class PictureFold {
  private static final String UNCLASSIFIED = "unclassified";

  private final Map<String, Row> rows = new LinkedHashMap<>();

  /**
   * A subject.
   *
   * @param position of its last event
   * @param cells such as {@code VN/endoscopy}; empty while nothing of it is public
   * @param deadline of applications; empty if there is none
   */
  record Row(
      String subject,
      String kind,
      long position,
      Set<String> cells,
      String state,
      String deadline) {
    static Row unknown(String subject) {
      return new Row(subject, "", -1, Set.of(), "", "");
    }
  }

  static PictureFold of(EventLog feed) {
    var fold = new PictureFold();
    feed.events().forEach(event -> fold.rows.put(event.subject(), row(event)));
    return fold;
  }

  /** What belongs to each cell in which there is something. */
  Map<String, Map<String, Row>> byCell() {
    var cells = new HashMap<String, Map<String, Row>>();
    rows.values()
        .forEach(
            row ->
                row.cells()
                    .forEach(
                        cell ->
                            cells
                                .computeIfAbsent(cell, unseen -> new HashMap<>())
                                .put(row.subject(), row)));
    return cells;
  }

  private static Row row(EventLog.Event event) {
    var card = event.data().path("card");
    return new Row(
        event.subject(),
        card.path("kind").asString(""),
        event.position(),
        cells(card),
        card.path("state").asString(""),
        deadline(card));
  }

  /** Those of its own, and those of figures that go elsewhere. */
  private static Set<String> cells(JsonNode card) {
    var cells = new HashSet<String>();
    var countries = codes(card.path("countries"), Set.of());
    var fields = codes(card.path("fields"), Set.of(UNCLASSIFIED));
    countries.forEach(country -> fields.forEach(field -> cells.add(country + "/" + field)));
    for (var figure : card.path("figures")) {
      var others = codes(figure.path("fields"), fields);
      codes(figure.path("countries"), countries)
          .forEach(country -> others.forEach(field -> cells.add(country + "/" + field)));
    }
    return cells;
  }

  private static String deadline(JsonNode card) {
    for (var date : card.path("dates")) {
      if (date.path("what").asString("").equals("applications-close")) {
        return date.path("at").asString("");
      }
    }
    return "";
  }

  private static Set<String> codes(JsonNode list, Set<String> otherwise) {
    var codes = new HashSet<String>();
    list.forEach(item -> codes.add(item.path("code").asString()));
    return codes.isEmpty() ? otherwise : codes;
  }
}
