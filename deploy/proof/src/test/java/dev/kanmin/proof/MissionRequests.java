package dev.kanmin.proof;

import java.time.Instant;

/** Requests of an officer who organises a mission. */
final class MissionRequests {
  /** From here on, deadlines are moved later by a second at a time; the mission is in 2030. */
  static final Instant FIRST_DEADLINE = Instant.parse("2029-01-01T00:00:00Z");

  private MissionRequests() {}

  static Request draft(String country, String field, String title) {
    return Request.post("/v1/missions").json(plan(country, field, title));
  }

  static Request announce(String mission) {
    return Request.post("/v1/missions/" + mission + "/announce");
  }

  static Request open(String mission) {
    return Request.post("/v1/missions/" + mission + "/open");
  }

  static Request extend(String mission, Instant deadline) {
    return Request.post("/v1/missions/" + mission + "/extend-deadline")
        .json(
            """
            {"deadline": {"at": "%s", "zone": "Asia/Tokyo"}}"""
                .formatted(deadline));
  }

  static String plan(String country, String field, String title) {
    return """
        {
          "kind": "outward-mission",
          "title": {"ja": "【サンプル】%3$s", "en": "[Sample] %3$s"},
          "countries": ["%1$s"],
          "fields": ["%2$s"],
          "stops": [{
            "country": "%1$s", "city": "Sample City", "from": "2030-05-13", "to": "2030-05-17",
            "zone": "Asia/Tokyo"
          }],
          "office": {"code": "sample-office", "name": {"ja": "【サンプル】課", "en": "[Sample] office"}},
          "capacity": 10,
          "deadline": {"at": "%4$s", "zone": "Asia/Tokyo"},
          "languages": ["ja", "en"]
        }"""
        .formatted(country, field, title, FIRST_DEADLINE);
  }
}
