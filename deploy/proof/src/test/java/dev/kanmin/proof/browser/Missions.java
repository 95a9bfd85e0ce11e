package dev.kanmin.proof.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Announces missions through the API, as another agency's program does meanwhile. */
final class Missions {
  private final HttpClient http = HttpClient.newHttpClient();
  private final String gateway;
  private final String token;

  Missions(String gateway, String token) {
    this.gateway = gateway;
    this.token = token;
  }

  /** Announces one and answers its Japanese title. */
  String announce(String country, String field) {
    var title = "【サンプル】" + UUID.randomUUID();
    announced(plan(country, field, title));
    return title;
  }

  /** Announces one with others beside the caller, and answers its id. */
  String announce(String coOrganiser, String supporter, String country, String field) {
    var title = "【サンプル】" + UUID.randomUUID();
    return announced(
        plan(country, field, title)
            .replace(
                "\"capacity\"",
                "\"coOrganisers\": [\"%s\"], \"supporters\": [\"%s\"], \"capacity\""
                    .formatted(coOrganiser, supporter)));
  }

  private String announced(String plan) {
    var mission = post("/v1/missions", plan, 201);
    post("/v1/missions/" + mission + "/announce", "", 200);
    return mission;
  }

  private String post(String path, String body, int expected) {
    var request =
        HttpRequest.newBuilder(URI.create(gateway + path))
            .header("Authorization", "Bearer " + token)
            .POST(body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
      return JsonMapper.shared().readTree(answer.body()).required("id").asString();
    } catch (IOException failed) {
      throw new AssertionError("no answer to POST " + path, failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }

  private static String plan(String country, String field, String title) {
    return """
        {
          "kind": "outward-mission",
          "title": {"ja": "%3$s", "en": "%3$s"},
          "countries": ["%1$s"],
          "fields": ["%2$s"],
          "stops": [{
            "country": "%1$s", "city": "Sample City", "from": "2030-05-13", "to": "2030-05-17",
            "zone": "Asia/Tokyo"
          }],
          "office": {"code": "sample-office", "name": {"ja": "【サンプル】課", "en": "[Sample] office"}},
          "capacity": 10,
          "deadline": {"at": "2029-01-01T00:00:00Z", "zone": "Asia/Tokyo"},
          "languages": ["ja", "en"]
        }"""
        .formatted(country, field, title);
  }
}
