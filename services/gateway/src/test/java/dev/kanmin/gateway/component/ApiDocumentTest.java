package dev.kanmin.gateway.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApiDocumentTest {
  private static final String SERVICE =
      """
      {"openapi": "3.1.0", "info": {"title": "trade-missions", "version": "1"},
       "paths": {"/v1/missions/{id}": {"get": {"operationId": "read", "responses": {}}},
                 "/v1/parked-subjects/{id}/replay": {"post": {"operationId": "replay", "responses": {}}},
                 "/internal/relay": {"get": {"operationId": "relay", "responses": {}}}},
       "components": {}}""";

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
            "/v1/cells/{country}/{field}",
            "/v1/feed")
        .doesNotContain("/internal/relay", "/v1/parked-subjects/{id}/replay");
    assertThat(document.at("/info/description").asString()).contains("oda-linkage");
    assertThat(open("/openapi.yaml").body()).startsWith("openapi: 3.1.0");
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
    assertThat(open("/docs/problems").body()).contains("bad-input", "unknown-field");
  }

  private static HttpResponse<String> open(String path) {
    return RunningGateway.send(
        HttpRequest.newBuilder(URI.create(RunningGateway.GATEWAY.url() + path)));
  }
}
