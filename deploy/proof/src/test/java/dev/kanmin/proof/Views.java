package dev.kanmin.proof;

import static dev.kanmin.infrastructure.faults.Invariant.VIEW_IS_FOLD;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Projections;
import dev.kanmin.proof.PictureFold.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What a system shows, compared with what the topics say. */
final class Views {
  private static final String READER = "analyst";

  private final LocalSystem system;

  Views(LocalSystem system) {
    this.system = system;
  }

  /**
   * Everything that cells show and the feed does not say, or the other way round.
   *
   * @param fold of the same feed
   */
  List<Difference> cellDifferences(PictureFold fold) {
    var differences = new ArrayList<Difference>();
    fold.byCell().forEach((cell, rows) -> differences.addAll(differences(cell, rows, shown(cell))));
    return differences;
  }

  private JsonNode shown(String cell) {
    return system.api().send(READER, Request.get("/v1/cells/" + cell)).expect(200).json();
  }

  static List<Difference> differences(String cell, Map<String, Row> rows, JsonNode view) {
    var differences = new ArrayList<Difference>();
    compare(cell + " counts", counts(rows.values()), shownCounts(view), differences);
    Cells.cards(view).forEach(item -> compare(cell, rows, item, differences));
    return differences;
  }

  private static Map<String, Integer> counts(Collection<Row> rows) {
    var counts = new TreeMap<String, Integer>();
    rows.forEach(row -> counts.merge(row.kind(), 1, Integer::sum));
    return counts;
  }

  private static Map<String, Integer> shownCounts(JsonNode view) {
    var counts = new TreeMap<String, Integer>();
    for (var kind : view.path("totals").path("kinds")) {
      counts.put(
          kind.path("kind").asString(), kind.path("live").asInt() + kind.path("ended").asInt());
    }
    return counts;
  }

  private static void compare(
      String cell, Map<String, Row> rows, JsonNode item, List<Difference> differences) {
    var id = item.path("id").asString();
    var row = rows.getOrDefault(id, Row.unknown(id));
    var where = cell + " " + id;
    compare(
        where + " position",
        Long.toString(row.position()),
        item.path("lastChange").path("position").asString(""),
        differences);
    compare(
        where + " state", row.state(), item.path("state").path("code").asString(""), differences);
    compare(
        where + " deadline", row.deadline(), Cells.date(item, "applications-close"), differences);
  }

  /** Whether the missions' copies of activities stand where the topic ends for each of them. */
  List<Difference> copyDifferences(EventLog activities) {
    var expected = new HashMap<String, Long>();
    activities
        .events()
        .forEach(event -> expected.merge(event.subject(), event.sequence(), Math::max));
    var found = storedCopies();
    var differences = new ArrayList<Difference>();
    expected.forEach(
        (subject, sequence) ->
            compare("copy of " + subject, sequence, found.getOrDefault(subject, 0L), differences));
    return differences;
  }

  /** Whether the service shows each mission of the ledger as its last event left it. */
  List<Difference> missionDifferences(Ledger ledger, EventLog missions) {
    var events = missions.withoutCopies().bySubject();
    var differences = new ArrayList<Difference>();
    ledger.subjects().stream()
        .filter(events::containsKey)
        .forEach(
            mission ->
                compare(
                    "version of " + mission,
                    events.get(mission).getLast().sequence(),
                    version(mission),
                    differences));
    return differences;
  }

  private long version(String mission) {
    var shown = system.api().send("jetro", Request.get("/v1/missions/" + mission));
    return shown.expect(200).json().required("version").asLong();
  }

  private Map<String, Long> storedCopies() {
    var copies = new HashMap<String, Long>();
    try (var store = MongoClients.create(system.state().store().uri())) {
      store
          .getDatabase(Services.MISSIONS.name())
          .getCollection("activity-cards")
          .find()
          .projection(Projections.include("sequence"))
          .forEach(copy -> copies.put(copy.getString("_id"), copy.getLong("sequence")));
    }
    return copies;
  }

  private static <T> void compare(String what, T folded, T shown, List<Difference> differences) {
    if (!folded.equals(shown)) {
      differences.add(
          new Difference(
              VIEW_IS_FOLD, "%s: the log says %s, shown is %s".formatted(what, folded, shown)));
    }
  }
}
