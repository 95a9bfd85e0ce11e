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
      {"totals": {"kinds": [{"kind": "activity", "live": 1, "ended": 0}, {"kind": "mission", "live": 0, "ended": 1}]},
       "sections": [
         {"kind": "activity", "items": [{"id": "act_1", "state": {"code": "pipeline"}, "lastChange": {"position": "5"}}]},
         {"kind": "mission", "items": [{"id": "msn_1", "state": {"code": "open"}, "lastChange": {"position": "4"},
           "dates": [{"what": {"code": "applications-close"}, "at": "2029-01-01T00:00:02Z"}]}]}]}""";

  @Test
  void a_cell_that_shows_the_last_event_of_everything_in_it_is_right() {
    assertThat(differences(RIGHT)).isEmpty();
  }

  @Test
  void a_mission_that_is_missing_is_found() {
    assertThat(differences(RIGHT.replace("\"ended\": 1", "\"ended\": 0"))).hasSize(1);
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
    return List.of(
        event(0, "msn_1", "mission-drafted", "{}"),
        event(1, "msn_1", "mission-announced", mission("announced", "01")),
        event(2, "msn_1", "mission-opened", mission("open", "01")),
        event(4, "msn_1", "deadline-extended", mission("open", "02")),
        event(
            5,
            "act_1",
            "activity-imported",
            """
            {"card": {"kind": "activity", "state": "pipeline", "countries": [{"code": "TH"}],
             "figures": [{"countries": [{"code": "VN"}], "fields": [{"code": "endoscopy"}]}]}}"""));
  }

  private static String mission(String state, String second) {
    return """
        {"card": {"kind": "mission", "state": "%s", "countries": [{"code": "VN"}], "fields": [{"code": "endoscopy"}],
         "dates": [{"what": "begins", "on": "2029-02-01"}, {"what": "applications-close", "at": "2029-01-01T00:00:%sZ"}]}}"""
        .formatted(state, second);
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
