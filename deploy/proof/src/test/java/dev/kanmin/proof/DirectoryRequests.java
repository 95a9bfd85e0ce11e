package dev.kanmin.proof;

/** Requests of an officer who enters who is who. */
final class DirectoryRequests {
  private DirectoryRequests() {}

  /** A company with an endoscope that is registered in the country. */
  static Request company(String number, String name, String country, String capital, String staff) {
    return Request.post("/v1/companies")
        .json(
            """
            {
              "corporateNumber": "%1$s",
              "names": {"ja": "【サンプル】%2$s", "en": "[Sample] %2$s"},
              "prefecture": "JP-13",
              "industry": "E2743",
              "capital": {"amount": "%4$s", "currency": "JPY"},
              "staff": %5$s,
              "office": {"code": "sample-tokyo", "name": {"ja": "【サンプル】課", "en": "[Sample] office"}},
              "licences": [{"kind": "marketing-authorisation-1", "number": "13B1X99999", "validUntil": "2035-03-31"}],
              "certificates": [{"standard": "ISO 13485", "validUntil": "2035-06-30"}],
              "products": [{
                "productId": "scope", "names": {"ja": "【サンプル】内視鏡", "en": "[Sample] Endoscope"},
                "jmdn": "36117002", "hs": ["901890"], "deviceClass": "II", "fields": ["endoscopy"],
                "registrations": [{
                  "country": "%3$s", "scheme": "Sample scheme", "deviceClass": "B", "status": "registered",
                  "number": "99/SAMPLE", "on": "2025-04-01", "expires": "2035-03-31"
                }]
              }],
              "targetCountries": ["%3$s"],
              "capacity": "ready",
              "deliveries": [{"country": "%3$s", "field": "endoscopy", "year": 2025}],
              "sample": true
            }"""
                .formatted(number, name, country, capital, staff));
  }

  static Request hospital(String name, String country) {
    return Request.post("/v1/counterparts")
        .json(
            """
            {
              "kind": "hospital", "names": {"ja": "【サンプル】%1$s", "en": "[Sample] %1$s"},
              "country": "%2$s", "city": "Sample City", "sample": true
            }"""
                .formatted(name, country));
  }
}
