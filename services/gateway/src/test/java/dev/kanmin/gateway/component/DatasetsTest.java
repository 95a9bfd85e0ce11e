package dev.kanmin.gateway.component;

import static dev.kanmin.gateway.component.RunningGateway.get;
import static dev.kanmin.gateway.component.RunningGateway.json;
import static dev.kanmin.gateway.component.RunningGateway.publish;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.wire.CardMaker;
import dev.kanmin.gateway.picture.Cards;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DatasetsTest {
  private final String mission = "msn_" + UUID.randomUUID();

  @Test
  void who_has_all_up_to_a_position_gets_what_came_and_went_since() {
    shown(publish("trade-missions", mission, 1, "mission-announced", card("announced", "A")));
    var all = get("/v1/datasets/cards");
    assertThat(all.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
    String position = all.headers().firstValue("Kanmin-Position").orElseThrow();
    JsonNode line = line(all.body());
    assertThat(line.at("/removed").asBoolean()).isFalse();
    assertThat(line.at("/card/kind").asString()).isEqualTo("mission");
    assertThat(line.at("/card/last/event").asString()).isEqualTo("mission-announced");

    assertThat(get("/v1/datasets/cards?after=" + position).body()).doesNotContain(mission);

    shown(publish("trade-missions", mission, 2, "mission-erased", "{}"));
    JsonNode tombstone = line(get("/v1/datasets/cards?after=" + position).body());
    assertThat(tombstone.at("/removed").asBoolean()).isTrue();
    assertThat(tombstone.at("/card").isMissingNode()).isTrue();
    assertThat(tombstone.at("/position").asLong()).isGreaterThan(Long.parseLong(position));
  }

  @Test
  void as_csv_no_cell_is_a_formula_and_none_breaks_its_line() {
    shown(
        publish(
            "trade-missions",
            mission,
            1,
            "mission-announced",
            card("announced", "=cmd|' /C calc'!A1, \"quoted\"\nand more")));
    var csv = get("/v1/datasets/cards", "Accept", "text/csv");

    assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
    assertThat(csv.body()).startsWith("position,id,removed,chain,kind,state,title,");
    assertThat(csv.body()).contains("\"en: =cmd|' /C calc'!A1, \"\"quoted\"\"\nand more; ja: ");
    assertThat(csv.body().lines()).noneMatch(line -> line.contains(",=") || line.contains(",\"="));
    assertThat(csv.body()).contains("applications-close 2026-12-18T08:00:00Z Asia/Tokyo; begins ");
  }

  @Test
  void a_position_that_is_none_is_named() {
    assertThat(json(get("/v1/datasets/cards?after=x")).at("/errors/0/parameter").asString())
        .isEqualTo("after");
  }

  private static void shown(String event) {
    assertThat(get("/v1/cells", "Kanmin-After", event).headers().firstValue("Kanmin-Behind"))
        .isEmpty();
  }

  private JsonNode line(String body) {
    return body.lines()
        .filter(line -> line.contains("\"" + mission + "\""))
        .map(line -> JsonMapper.shared().readTree(line))
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private static CardMaker card(String state, String title) {
    return Cards.mission(state, List.of("MM"), List.of("endoscopy"))
        .title(LocalizedText.of(title, title));
  }
}
