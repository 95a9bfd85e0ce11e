package dev.kanmin.gateway.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.gateway.PublishedContracts;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApiDocumentTest {
  private static final String SERVICE =
      """
      {"openapi": "3.1.0", "info": {"title": "trade-missions", "version": "1"},
       "paths": {"/v1/missions/{id}": {"get": {"operationId": "missionsRead", "responses": {}}},
                 "/v1/parked-subjects/{id}/replay": {"post": {"operationId": "parkedSubjectsReplay", "responses": {}}},
                 "/v1/operations/republish": {"get": {"operationId": "operationsRepublish", "responses": {}}},
                 "/internal/relay": {"get": {"operationId": "relay", "responses": {}}}},
       "components": {},
       "x-kanmin-problems": [{"code": "no-place-left", "status": 409, "title": "All places are taken"}]}""";

  @BeforeAll
  static void one_service_describes_itself_and_the_other_does_not() {
    RunningGateway.MISSIONS.answer("/v3/api-docs", 200, SERVICE);
  }

  @Test
  void the_document_holds_what_is_routed_says_what_is_missing_and_needs_no_token() {
    JsonNode document = RunningGateway.json(open("/openapi.json"));

    assertThat(document.at("/openapi").asString()).startsWith("3.1");
    assertThat(document.path("paths").propertyNames())
        .contains(
            "/v1/missions/{id}",
            "/v1/services/trade-missions/parked-subjects/{id}/replay",
            "/v1/services/trade-missions/operations/republish",
            "/v1/cells/{country}/{field}",
            "/v1/feed")
        .doesNotContain("/internal/relay", "/v1/parked-subjects/{id}/replay");
    assertThat(document.at("/info/description").asString()).contains("oda-linkage");
    assertThat(document.at("/x-kanmin-problems").findValuesAsString("code"))
        .contains("no-place-left", "service-unavailable", "bad-input")
        .doesNotHaveDuplicates();
    assertThat(open("/openapi.yaml").body()).startsWith("openapi: 3.1.0");
  }

  @Test
  void the_document_is_ready_and_services_are_not_asked_each_time() {
    String tag = open("/openapi.yaml").headers().firstValue("ETag").orElseThrow();
    int asked = RunningGateway.MISSIONS.requests("/v3/api-docs").size();
    for (int turn = 0; turn < 50; turn++) {
      HttpResponse<String> again =
          RunningGateway.send(
              HttpRequest.newBuilder(
                      URI.create(
                          RunningGateway.GATEWAY.url()
                              + (turn % 2 == 0 ? "/openapi.yaml" : "/openapi.json")))
                  .header("If-None-Match", tag));
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
    }

    // the other service does not describe itself, and is asked again every few seconds
    assertThat(RunningGateway.MISSIONS.requests("/v3/api-docs").size()).isLessThan(asked + 5);
  }

  @Test
  void operations_are_named_the_same_whatever_else_can_be_reached() {
    JsonNode document = RunningGateway.json(open("/openapi.json"));

    assertThat(operationIds(document))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z][A-Za-z0-9]*"))
        .contains(
            "cellsList",
            "missionsRead",
            "tradeMissionsParkedSubjectsReplay",
            "cellsRead",
            "feedRead");
  }

  @Test
  void events_and_their_schemas_are_described_where_they_say_they_are() {
    RunningGateway.MISSIONS.answer(
        "/asyncapi.yaml",
        200,
        """
        asyncapi: 3.0.0
        channels: {events: {address: kanmin.trade-missions, messages: {opened: {$ref: '#/components/messages/opened'}}}}
        components: {messages: {opened: {name: dev.kanmin.trade-missions.mission-opened.v1}}}
        """);
    RunningGateway.MISSIONS.answer(
        "/schemas/trade-missions/mission-opened.v1.json", 200, "{\"title\": \"opened\"}");

    assertThat(open("/asyncapi.yaml").body())
        .startsWith("asyncapi:")
        .contains("kanmin.trade-missions", "trade-missions.opened", "/v1/feed", "oda-linkage");
    assertThat(open("/schemas/trade-missions/mission-opened.v1.json").body()).contains("opened");
    assertThat(RunningGateway.json(open("/schemas/card.v1.json")).path("$id").asString())
        .endsWith("/schemas/card.v1.json");
    assertThat(open("/schemas/none.v1.json").statusCode()).isEqualTo(404);
  }

  @Test
  void what_the_gateway_and_a_service_call_by_one_name_is_the_same() {
    JsonNode schemas = RunningGateway.json(open("/openapi.json")).at("/components/schemas");

    var differing =
        PublishedContracts.all().values().stream()
            .flatMap(contract -> contract.at("/components/schemas").properties().stream())
            .filter(schema -> schemas.has(schema.getKey()))
            .filter(schema -> !schema.getValue().equals(schemas.get(schema.getKey())))
            .map(schema -> schema.getKey());

    assertThat(differing).as("give them names of their own: @Schema(name = …)").isEmpty();
  }

  private static List<String> operationIds(JsonNode document) {
    return document.path("paths").findValuesAsString("operationId");
  }

  @Test
  void the_pages_about_the_api_are_public_and_load_nothing_from_elsewhere() {
    HttpResponse<String> page = open("/docs");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'self'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    String bundle = page.body().replaceAll("(?s).*src=\"([^\"]+swagger-ui-bundle.js)\".*", "$1");
    assertThat(open(bundle).statusCode()).isEqualTo(200);
    assertThat(open("/docs/problems").body())
        .contains("bad-input", "unknown-field", "service-unavailable", "no-place-left");
  }

  private static HttpResponse<String> open(String path) {
    return RunningGateway.send(
        HttpRequest.newBuilder(URI.create(RunningGateway.GATEWAY.url() + path)));
  }
}
