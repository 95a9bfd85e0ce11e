package dev.kanmin.gateway.component;

import static dev.kanmin.gateway.component.RunningGateway.get;
import static dev.kanmin.gateway.component.RunningGateway.json;
import static dev.kanmin.gateway.component.RunningGateway.publish;
import static dev.kanmin.gateway.component.RunningGateway.request;
import static dev.kanmin.gateway.component.RunningGateway.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.services.ServiceList;
import dev.kanmin.gateway.picture.Cards;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CellsTest {
  private final String mission = "msn_" + UUID.randomUUID();
  private final String activity = "act_" + UUID.randomUUID();

  @Test
  void a_read_after_the_event_shows_mission_and_activity_in_the_cell() {
    String first =
        publish(
            "trade-missions",
            mission,
            1,
            "mission-announced",
            Cards.mission("announced", List.of("MN"), List.of("endoscopy")));
    String second =
        publish(
            "oda-linkage",
            activity,
            1,
            "activity-imported",
            Cards.activity(
                Cards.shares(Cards.share("MN", "25")),
                Cards.shares(Cards.share("endoscopy", "60")),
                "1000"));

    var answer =
        get(
            "/v1/cells/MN/endoscopy",
            "Kanmin-After",
            first + ", " + second,
            "Accept-Language",
            "en");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Kanmin-Behind")).isEmpty();
    assertThat(answer.headers().firstValue("Content-Language")).hasValue("en");
    JsonNode cell = json(answer);
    assertThat(cell.at("/country/label").asString()).isEqualTo("Mongolia");
    assertThat(cell.at("/sections").valueStream().map(one -> one.at("/kind").asString()))
        .containsExactly("activity", "mission");
    assertThat(cell.at("/sections/0/items/0/id").asString()).isEqualTo(activity);
    assertThat(cell.at("/sections/0/items/0/figures/0/amount").asString()).isEqualTo("150");
    assertThat(cell.at("/sections/0/items/0/percentages/field").asString()).isEqualTo("60");
    JsonNode shown = cell.at("/sections/1/items/0");
    assertThat(shown.at("/id").asString()).isEqualTo(mission);
    assertThat(shown.at("/state/label").asString()).isEqualTo("Announced");
    assertThat(shown.at("/facets/mission-kinds/0/label").asString()).isEqualTo("Outward mission");
    assertThat(cell.at("/changed/items")).hasSize(2);
    assertThat(cell.at("/responsible/0/agency/code").asString()).isEqualTo("jica");
    assertThat(cell.at("/totals/money/0/amount").asString()).isEqualTo("150");
    assertThat(cell.at("/totals/figures/0/what").asString()).isEqualTo("places");
    assertThat(cell.at("/asOf/position").asString()).matches("\\d+");
    assertThat(cell.at("/freshness")).hasSize(ServiceList.kanmin().services().size());
  }

  @Test
  void the_entity_tag_stays_until_the_cell_changes() {
    String first =
        publish(
            "trade-missions",
            mission,
            1,
            "mission-announced",
            Cards.mission("announced", List.of("BT"), List.of("telemedicine")));
    var fresh = get("/v1/cells/BT/telemedicine", "Kanmin-After", first);
    String tag = fresh.headers().firstValue("ETag").orElseThrow();
    String elsewhere =
        publish(
            "trade-missions",
            mission + "x",
            1,
            "mission-announced",
            Cards.mission("announced", List.of("MV"), List.of("telemedicine")));

    var same = get("/v1/cells/BT/telemedicine", "If-None-Match", tag, "Kanmin-After", elsewhere);
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();

    String second =
        publish(
            "trade-missions",
            mission,
            2,
            "mission-opened",
            Cards.mission("open", List.of("BT"), List.of("telemedicine")),
            "announced");
    var changed = get("/v1/cells/BT/telemedicine", "If-None-Match", tag, "Kanmin-After", second);
    assertThat(changed.statusCode()).isEqualTo(200);
    JsonNode cell = json(changed);
    assertThat(cell.at("/sections/0/items/0/state/label").asString()).isEqualTo("募集中");
    assertThat(cell.at("/changed/items/0/from/label").asString()).isEqualTo("予告済み");
    assertThat(cell.at("/changed/items/0/by/code").asString()).isEqualTo("jica");
  }

  @Test
  void a_read_after_an_event_that_never_comes_answers_and_says_so() {
    var answer = get("/v1/cells/BT/endoscopy", "Kanmin-After", "/trade-missions/msn_never/1");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Kanmin-Behind")).hasValue("true");
  }

  @Test
  void the_matrix_counts_an_activity_of_two_fields_once_in_its_country() {
    String event =
        publish(
            "oda-linkage",
            activity,
            1,
            "activity-imported",
            Cards.activity(
                Cards.shares(Cards.share("TM", "100")),
                Cards.shares(Cards.share("endoscopy", "60"), Cards.share("telemedicine", "40")),
                "500"));

    JsonNode matrix = json(get("/v1/cells", "Kanmin-After", event));

    JsonNode country =
        matrix
            .at("/countries")
            .valueStream()
            .filter(one -> one.at("/code").asString().equals("TM"))
            .findFirst()
            .orElseThrow();
    assertThat(country.at("/totals/kinds/0/live").asInt()).isEqualTo(1);
    assertThat(country.at("/totals/money/0/amount").asString()).isEqualTo("500");
    assertThat(
            matrix
                .at("/squares")
                .valueStream()
                .filter(one -> one.at("/country").asString().equals("TM")))
        .hasSize(2);
    assertThat(matrix.at("/fields").valueStream().map(one -> one.at("/code").asString()))
        .contains("cross-field", "unclassified");
  }

  @Test
  void an_unknown_country_or_field_is_not_found() {
    assertThat(get("/v1/cells/XX/endoscopy").statusCode()).isEqualTo(404);
    assertThat(get("/v1/cells/VN/painting").statusCode()).isEqualTo(404);
    assertThat(get("/v1/cells/VN/unclassified").statusCode()).isEqualTo(200);
  }

  @Test
  void a_malformed_reference_and_an_unknown_parameter_are_named() {
    assertThat(json(get("/v1/cells", "Kanmin-After", "nonsense")).at("/errors/0/header").asString())
        .isEqualTo("Kanmin-After");
    assertThat(json(get("/v1/cells?colour=red")).at("/errors/0/parameter").asString())
        .isEqualTo("colour");
  }

  @Test
  void without_a_token_or_its_scope_nothing_is_told() {
    var noToken = HttpRequest.newBuilder(URI.create(RunningGateway.GATEWAY.url() + "/v1/cells"));
    assertThat(send(noToken).statusCode()).isEqualTo(401);
    var noScope =
        request("/v1/cells")
            .setHeader(
                "Authorization", "Bearer " + RunningGateway.TOKENS.token("jica", "missions:read"));
    assertThat(send(noScope).statusCode()).isEqualTo(403);
  }

  @Test
  void codes_are_served() {
    assertThat(get("/v1/codes/fields").statusCode()).isEqualTo(200);
  }
}
