package dev.kanmin.proof;

import static dev.kanmin.infrastructure.faults.Invariant.VIEW_IS_FOLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The judge of the cells: what differs from the log is found. */
@Order(3)
final class PictureFoldTest {
  private static final String CELL = "VN/endoscopy";
  private static final String RIGHT =
      """
      {"totals": {"missions": 1, "activities": 1},
       "missions": {"items": [{"id": "msn_1", "state": {"code": "open"}, "deadline": "2029-01-01T00:00:02Z",
         "lastChange": {"position": "4"}}]},
       "activities": {"items": [{"id": "act_1", "lastChange": {"position": "5"}}]}}""";

  @Test
  void a_cell_that_shows_the_last_event_of_everything_in_it_is_right() {
    assertThat(differences(RIGHT)).isEmpty();
  }

  @Test
  void a_mission_that_is_missing_is_found() {
    assertThat(differences(RIGHT.replace("\"missions\": 1", "\"missions\": 0"))).hasSize(1);
  }

  @Test
  void a_state_of_before_is_found() {
    assertThat(differences(RIGHT.replace("open", "announced"))).hasSize(1);
  }

  @Test
  void a_deadline_of_before_is_found() {
    assertThat(differences(RIGHT.replace(":02Z", ":01Z"))).hasSize(1);
  }

  @Test
  void an_activity_that_stands_at_an_earlier_event_is_found() {
    assertThat(differences(RIGHT.replace("\"5\"", "\"3\""))).hasSize(1);
  }

  @Test
  void what_belongs_to_no_cell_of_the_log_is_found() {
    assertThat(differences(RIGHT.replace("act_1", "act_2"))).isNotEmpty();
  }

  private static List<Difference> differences(String view) {
    var rows = PictureFold.of(new EventLog(events())).byCell().get(CELL);
    var differences = Views.differences(CELL, rows, JsonMapper.shared().readTree(view));
    assertThat(differences).allMatch(difference -> difference.invariant() == VIEW_IS_FOLD);
    return differences;
  }

  private static List<EventLog.Event> events() {
    var announced =
        """
        {"state": "announced", "countries": ["VN"], "fields": ["endoscopy"],
         "deadline": {"at": "2029-01-01T00:00:01Z"}}""";
    var activity =
        """
        {"activity": {"countries": [{"country": "VN"}], "fields": [{"field": "endoscopy"}]}}""";
    return List.of(
        event(0, "msn_1", "mission-drafted", "{}"),
        event(1, "msn_1", "mission-announced", announced),
        event(2, "msn_1", "mission-opened", "{\"state\": \"open\"}"),
        event(
            4, "msn_1", "deadline-extended", "{\"deadline\": {\"at\": \"2029-01-01T00:00:02Z\"}}"),
        event(5, "act_1", "activity-imported", activity));
  }

  private static EventLog.Event event(long position, String subject, String name, String data) {
    return new EventLog.Event(
        0,
        position,
        "/source",
        subject,
        position + 1,
        "dev.kanmin.source." + name + ".v1",
        "jetro/jetro",
        data.getBytes(StandardCharsets.UTF_8));
  }
}
