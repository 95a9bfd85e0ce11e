package dev.kanmin.proof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What cells must show, folded from the feed without any of Kanmin's own code. */
final class PictureFold {
  private static final String UNCLASSIFIED = "unclassified";

  private final Map<String, Row> rows = new LinkedHashMap<>();

  /**
   * A mission or an activity.
   *
   * @param position of its last event
   * @param cells such as {@code VN/endoscopy}; empty while it is a draft
   * @param state of a mission; empty for an activity
   * @param deadline of a mission; empty for an activity
   */
  record Row(String subject, long position, Set<String> cells, String state, String deadline) {
    static Row unknown(String subject) {
      return new Row(subject, -1, Set.of(), "", "");
    }

    boolean isMission() {
      return subject.startsWith("msn_");
    }
  }

  static PictureFold of(EventLog feed) {
    var fold = new PictureFold();
    feed.events().forEach(fold::take);
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

  private void take(EventLog.Event event) {
    var before = rows.getOrDefault(event.subject(), Row.unknown(event.subject()));
    var after = before.isMission() ? mission(before, event) : activity(before, event);
    rows.put(event.subject(), after);
  }

  private static Row mission(Row before, EventLog.Event event) {
    var data = event.data();
    return new Row(
        before.subject(),
        event.position(),
        event.name().equals("mission-announced")
            ? cells(texts(data.path("countries")), texts(data.path("fields")))
            : before.cells(),
        data.path("state").asString(before.state()),
        data.path("deadline").path("at").asString(before.deadline()));
  }

  private static Row activity(Row before, EventLog.Event event) {
    var activity = event.data().path("activity");
    var countries = codes(activity.path("countries"), "country");
    var fields = codes(activity.path("fields"), "field");
    return new Row(before.subject(), event.position(), cells(countries, fields), "", "");
  }

  private static Set<String> cells(Set<String> countries, Set<String> fields) {
    var columns = fields.isEmpty() ? Set.of(UNCLASSIFIED) : fields;
    return countries.stream()
        .flatMap(country -> columns.stream().map(field -> country + "/" + field))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> texts(JsonNode list) {
    var texts = new HashSet<String>();
    list.forEach(text -> texts.add(text.asString()));
    return texts;
  }

  private static Set<String> codes(JsonNode list, String name) {
    var codes = new HashSet<String>();
    list.forEach(item -> codes.add(item.path(name).asString()));
    return codes;
  }
}
