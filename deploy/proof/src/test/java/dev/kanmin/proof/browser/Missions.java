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

  /** Plans meetings in a mission of the caller, one of them settled, and answers the plan's id. */
  String planMeetings(String mission) {
    var plan =
        post(
            "/v1/meeting-plans",
            """
            {"mission": "%s", "setUp": {"zone": "Asia/Tokyo", "venue": "Sample Hall", "minutes": 30,
              "days": [{"on": "2030-05-13", "begins": ["09:00", "09:30", "10:00", "13:30"]}],
              "tables": [{"code": "desk-1"}, {"code": "desk-2"}],
              "interpreters": [{"code": "ip-1", "languages": ["ja", "en"]}],
              "companies": [
                {"id": "cmp_00000000000000000000000001", "label": "【サンプル】第一医療機器株式会社", "languages": ["ja"]},
                {"id": "cmp_00000000000000000000000002", "label": "【サンプル】第二精密工業株式会社", "languages": ["ja"]}],
              "counterparts": [
                {"id": "cpt_00000000000000000000000001", "label": "[Sample] Provincial hospital", "languages": ["en"]}]}}"""
                .formatted(mission),
            201);
    post(
        "/v1/meeting-plans/" + plan + "/requests",
        """
        {"requests": [
          {"company": "cmp_00000000000000000000000001", "counterpart": "cpt_00000000000000000000000001",
           "by": "company", "priority": 5},
          {"company": "cmp_00000000000000000000000002", "counterpart": "cpt_00000000000000000000000001",
           "by": "counterpart", "priority": 3}]}""",
        200);
    post(
        "/v1/meeting-plans/" + plan + "/pin",
        """
        {"company": "cmp_00000000000000000000000001", "counterpart": "cpt_00000000000000000000000001",
         "slot": "2030-05-13T09:30", "table": "desk-2", "interpreter": "ip-1"}""",
        200);
    return plan;
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
