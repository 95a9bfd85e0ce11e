package dev.kanmin.gateway.component;

import static dev.kanmin.gateway.component.RunningGateway.ACTIVITIES;
import static dev.kanmin.gateway.component.RunningGateway.MISSIONS;
import static dev.kanmin.gateway.component.RunningGateway.SERVICES;
import static dev.kanmin.gateway.component.RunningGateway.await;
import static dev.kanmin.gateway.component.RunningGateway.get;
import static dev.kanmin.gateway.component.RunningGateway.json;
import static dev.kanmin.gateway.component.RunningGateway.request;
import static dev.kanmin.gateway.component.RunningGateway.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.services.ServiceList;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutesTest {
  private static final int MORE_THAN_THE_CIRCUIT_NEEDS = 20;

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
  void everything_below_the_paths_of_every_listed_service_leads_to_it() {
    for (var service : ServiceList.kanmin().services()) {
      for (var path : service.paths()) {
        SERVICES.get(service.name()).answer(path + "/any/thing", 200, "{}");

        assertThat(get(path + "/any/thing").statusCode()).as(path).isEqualTo(200);
        get(path + "-and-more");
        assertThat(SERVICES.get(service.name()).requests(path + "-and-more")).isEmpty();
      }
    }
  }

  @Test
  void only_transfers_may_be_larger_than_a_command() {
    var large = BodyPublishers.ofString("x".repeat(2_000_000));
    for (var service : ServiceList.kanmin().services()) {
      for (var transfer : service.transfers()) {
        SERVICES.get(service.name()).answer(transfer.path(), 200, "{}");
        assertThat(send(request(transfer.path()).method(transfer.method(), large)).statusCode())
            .as(transfer.path())
            .isEqualTo(200);
      }
      for (var path : service.paths()) {
        assertThat(send(request(path).POST(large)).statusCode()).as(path).isEqualTo(413);
      }
    }
  }

  @Test
  void a_request_has_one_id_on_both_sides() {
    SERVICES.get("trade-missions").answer("/v1/missions/msn_2", 200, "{}");

    var given = get("/v1/missions/msn_2", "Kanmin-Request", "r-1");
    var made = get("/v1/missions/msn_2", "Kanmin-Request", "not well formed");

    assertThat(given.headers().allValues("Kanmin-Request")).containsExactly("r-1");
    assertThat(made.headers().allValues("Kanmin-Request"))
        .singleElement()
        .asString()
        .matches("[0-9a-f]{16}");
    assertThat(SERVICES.get("trade-missions").requests("/v1/missions/msn_2"))
        .extracting(seen -> seen.headers().get("Kanmin-request"))
        .containsExactly(
            given.headers().allValues("Kanmin-Request"),
            made.headers().allValues("Kanmin-Request"));
  }

  @Test
  void what_a_service_says_of_its_answer_is_said_once() {
    SERVICES.get("trade-missions").answer("/v1/missions/msn_3", 200, "{}");

    var answer = get("/v1/missions/msn_3");

    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-cache, private");
    assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
    assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
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
  void what_every_service_answers_has_an_address_below_its_name() {
    MISSIONS.answer("/v1/parked-subjects", 200, "{\"items\": []}");
    MISSIONS.answer("/v1/operations/republish", 200, "{}");

    assertThat(get("/v1/services/trade-missions/parked-subjects").statusCode()).isEqualTo(200);
    assertThat(get("/v1/services/trade-missions/operations/republish").statusCode()).isEqualTo(200);
  }

  @Test
  void what_is_meant_for_neighbours_is_not_routed() {
    assertThat(get("/internal/relay").statusCode()).isEqualTo(404);
    assertThat(get("/v1/services/trade-missions/internal/relay").statusCode()).isEqualTo(404);
    assertThat(get("/v1/services/nobody/parked-subjects").statusCode()).isEqualTo(404);
    assertThat(get("/v1/parked-subjects").statusCode()).isEqualTo(404);
    assertThat(get("/v1/operations/republish").statusCode()).isEqualTo(404);
  }

  @Test
  void a_link_in_a_mail_needs_no_token_and_nothing_beside_it_is_open() {
    var market = SERVICES.get("market-intelligence");
    market.answer("/v1/watches/unsubscribe/uns_1", 200, "{}");
    assertThat(send(withoutToken("/v1/watches/unsubscribe/uns_1")).statusCode()).isEqualTo(200);

    for (var path : List.of("/v1/watches", "/v1/watches/wat_1", "/v1/watches/unsubscribed/uns_1")) {
      assertThat(send(withoutToken(path)).statusCode()).as(path).isEqualTo(401);
      assertThat(market.requests(path)).isEmpty();
    }
  }

  private static HttpRequest.Builder withoutToken(String path) {
    return HttpRequest.newBuilder(URI.create(RunningGateway.GATEWAY.url() + path));
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
  void what_a_service_says_in_good_health_never_closes_the_way_to_it() {
    MISSIONS.answer("/v1/missions/unknown", 404, "{}");
    MISSIONS.answer("/v1/missions/other", 501, "{}");
    MISSIONS.answer("/v1/missions/much", 429, "{}");
    MISSIONS.answer("/v1/missions/busy", 503, "{}", "Kanmin-Busy", "imports-busy");
    for (int turn = 0; turn < MORE_THAN_THE_CIRCUIT_NEEDS; turn++) {
      assertThat(get("/v1/missions/unknown").statusCode()).isEqualTo(404);
      assertThat(get("/v1/missions/other").statusCode()).isEqualTo(501);
      assertThat(get("/v1/missions/much").statusCode()).isEqualTo(429);
      assertThat(get("/v1/missions/busy").statusCode()).isEqualTo(503);
    }

    MISSIONS.answer("/v1/missions", 200, "{}");
    assertThat(get("/v1/missions").statusCode()).isEqualTo(200);
  }

  @Test
  void clients_that_break_off_never_close_the_way_for_others() throws Exception {
    MISSIONS.answer("/v1/missions", 200, "{}");
    int before = MISSIONS.brokenOff();
    for (int client = 0; client < MORE_THAN_THE_CIRCUIT_NEEDS; client++) {
      try (var connection = new RawClient(RunningGateway.GATEWAY.url(), "127.0.0.1")) {
        connection.write(
            "POST /v1/missions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + RunningGateway.TOKENS.token("jica", "missions:write")
                + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
      }
    }
    await("all of them to be seen", () -> MISSIONS.brokenOff() > before);

    assertThat(get("/v1/missions").statusCode()).isEqualTo(200);
  }

  @Test
  void a_web_socket_is_refused_and_not_passed_on() throws Exception {
    try (var connection = new RawClient(RunningGateway.GATEWAY.url(), "127.0.0.1")) {
      connection.write(
          RawClient.get(
              "/v1/missions/socket",
              "Authorization: Bearer " + RunningGateway.TOKENS.token("jica", "missions:read"),
              "Connection: Upgrade",
              "Upgrade: WebSocket",
              "Sec-WebSocket-Version: 13",
              "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="));
      assertThat(connection.answer().status()).isEqualTo(400);
    }
    assertThat(MISSIONS.requests("/v1/missions/socket")).isEmpty();
  }

  @Test
  void an_answer_that_comes_before_the_whole_file_was_sent_reaches_the_client() throws Exception {
    ACTIVITIES.answerAtOnce("/v1/activities/import", 422, "{\"title\": \"no IATI\"}");
    byte[] part = new byte[1024 * 1024];
    for (int turn = 0; turn < 5; turn++) {
      try (var connection = new RawClient(RunningGateway.GATEWAY.url(), "127.0.0.1")) {
        connection.write(
            "POST /v1/activities/import HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + RunningGateway.TOKENS.token("jica", "activities:write")
                + "\r\nContent-Type: application/xml\r\nContent-Length: "
                + 20 * part.length
                + "\r\n\r\n");
        for (int sent = 0; sent < 20; sent++) {
          connection.write(part);
        }
        assertThat(connection.answer().status()).isEqualTo(422);
      }
    }
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
