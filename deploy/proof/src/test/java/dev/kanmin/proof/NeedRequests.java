package dev.kanmin.proof;

/** Requests of an officer who learned what a counterpart lacks. */
final class NeedRequests {
  private NeedRequests() {}

  /**
   * An urgent need of endoscopes.
   *
   * @param description what other services and the bus must not have
   */
  static Request register(String counterpart, String country, String title, String description) {
    return Request.post("/v1/needs")
        .json(
            """
            {
              "title": {"ja": "【サンプル】%3$s", "en": "[Sample] %3$s"},
              "description": {"en": "%4$s"},
              "counterpart": {"id": "%1$s", "name": {"en": "[Sample] Hospital"}},
              "country": "%2$s", "fields": ["endoscopy"], "hs": ["901890"], "crs": ["12191"],
              "urgency": "high", "wantedBy": "2030-09-30",
              "source": {"kind": "field-survey", "text": {"en": "%4$s"}, "on": "2026-10-20"},
              "office": {"code": "sample-office", "name": {"ja": "【サンプル】課", "en": "[Sample] office"}},
              "sample": true
            }"""
                .formatted(counterpart, country, title, description));
  }

  static Request verify(String need, String remark) {
    return Request.post("/v1/needs/" + need + "/verify")
        .json("{\"remark\": {\"en\": \"%s\"}}".formatted(remark));
  }
}
