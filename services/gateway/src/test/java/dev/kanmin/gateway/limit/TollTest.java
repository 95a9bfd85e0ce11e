package dev.kanmin.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class TollTest {
  @ParameterizedTest
  @CsvSource({
    "GET, /v1/cells, READY",
    "GET, /v1/cells/VN/endoscopy, READY",
    "GET, /v1/codes/fields, READY",
    "GET, /v1/feed, FEED",
    "GET, /v1/feed/stream, STREAM",
    "GET, /v1/missions, SERVICE",
    "POST, /v1/missions/msn_1/announce, SERVICE",
    "GET, /v1/activities/export, EXPORT",
    "POST, /v1/activities/import, IMPORT",
    "POST, /v1/activities/%69mport, IMPORT",
    "GET, /v1/activities/import, SERVICE",
    "GET, /, PAGE",
    "GET, /cells/VN/endoscopy, PAGE",
    "GET, /docs, PAGE",
    "GET, /docs/swagger-ui/5/swagger-ui.css, READY",
    "GET, /live, LIVE",
    "GET, /v1/search, SERVICE",
    "GET, /search, SERVICE",
    "GET, /oauth2/authorization/kanmin, SIGN_IN",
    "GET, /openapi.yaml, DOCUMENT",
    "GET, /v3/api-docs, DOCUMENT",
    "GET, /asyncapi.yaml, DOCUMENT",
    "GET, /schemas/card.v1.json, READY",
    "GET, /assets/kanmin.css, READY",
    "GET, /status, READY",
    "GET, /records/msn_1, PAGE",
    "GET, /nothing, PAGE"
  })
  void each_request_is_of_a_kind(String method, String path, Toll toll) {
    var request =
        MockServerHttpRequest.method(HttpMethod.valueOf(method), URI.create("http://x" + path));

    assertThat(Toll.of(request.build())).isEqualTo(toll);
  }
}
