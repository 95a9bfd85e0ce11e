package dev.kanmin.gateway.component;

import static dev.kanmin.gateway.component.RunningGateway.ACTIVITIES;
import static dev.kanmin.gateway.component.RunningGateway.MISSIONS;
import static dev.kanmin.gateway.component.RunningGateway.await;
import static dev.kanmin.gateway.component.RunningGateway.get;
import static dev.kanmin.gateway.component.RunningGateway.json;
import static dev.kanmin.gateway.component.RunningGateway.request;
import static dev.kanmin.gateway.component.RunningGateway.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

class RoutesTest {

  @Test
  void a_command_reaches_its_service_with_the_token_and_without_cookies() {
    MISSIONS.answer("/v1/missions", 201, "{\"id\": \"msn_1\"}");

    var answer =
        send(
            request("/v1/missions")
                .header("Cookie", "SESSION=secret")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"kind\": \"seminar\"}")));

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(json(answer).at("/id").asString()).isEqualTo("msn_1");
    var seen = MISSIONS.requests("/v1/missions").getLast();
    assertThat(seen.body()).isEqualTo("{\"kind\": \"seminar\"}");
    assertThat(seen.headers().get("Authorization")).isNotEmpty();
    assertThat(seen.headers()).doesNotContainKey("Cookie");
  }

  @Test
  void an_import_reaches_oda_linkage() {
    ACTIVITIES.answer("/v1/activities/import", 200, "{\"accepted\": 1}");

    var answer =
        send(
            request("/v1/activities/import")
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString("<iati-activities/>")));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(ACTIVITIES.requests("/v1/activities/import").getLast().body())
        .isEqualTo("<iati-activities/>");
  }

  @Test
  void parked_subjects_of_a_service_have_an_address_of_their_own() {
    MISSIONS.answer("/v1/parked-subjects", 200, "{\"items\": []}");

    assertThat(get("/v1/services/trade-missions/parked-subjects").statusCode()).isEqualTo(200);
  }

  @Test
  void what_is_meant_for_neighbours_is_not_routed() {
    assertThat(get("/internal/relay").statusCode()).isEqualTo(404);
    assertThat(get("/v1/services/trade-missions/internal/relay").statusCode()).isEqualTo(404);
    assertThat(get("/v1/services/nobody/parked-subjects").statusCode()).isEqualTo(404);
    assertThat(get("/v1/parked-subjects").statusCode()).isEqualTo(404);
  }

  @Test
  void without_a_valid_token_nothing_is_passed_on() {
    var noToken =
        HttpRequest.newBuilder(URI.create(RunningGateway.GATEWAY.url() + "/v1/missions/secret"));
    assertThat(send(noToken).statusCode()).isEqualTo(401);
    var forged =
        request("/v1/missions/secret")
            .setHeader(
                "Authorization", "Bearer " + RunningGateway.TOKENS.forged("jica", "missions:read"));
    assertThat(send(forged).statusCode()).isEqualTo(401);

    assertThat(MISSIONS.requests("/v1/missions/secret")).isEmpty();
  }

  @Test
  void a_service_that_keeps_failing_is_given_a_pause_and_callers_are_told() {
    ACTIVITIES.answer("/v1/activities/broken", 500, "{}");

    await("the circuit to open", () -> get("/v1/activities/broken").statusCode() == 503);

    var refused = get("/v1/activities/broken");
    assertThat(json(refused).at("/type").asString())
        .isEqualTo("https://kanmin.dev/problems/service-unavailable");
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(get("/status", "Accept", "application/json").body())
        .contains("\"circuit\":\"open\"");

    ACTIVITIES.answer("/v1/activities/broken", 200, "{}");
    await("the circuit to close", () -> get("/v1/activities/broken").statusCode() == 200);
  }
}
