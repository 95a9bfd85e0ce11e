package dev.kanmin.bench.command;

/** Plans of missions, as an officer writes them. */
public final class Drafts {
  private Drafts() {}

  /** The JSON of a plan, about 800 bytes. */
  public static String plan(String title) {
    return """
        {
          "kind": "outward-mission",
          "title": {"ja": "【サンプル】%1$s", "en": "[Sample] %1$s"},
          "countries": ["VN"],
          "fields": ["endoscopy"],
          "stops": [{
            "country": "VN", "city": "Sample City", "from": "2030-05-13", "to": "2030-05-17",
            "zone": "Asia/Tokyo"
          }],
          "office": {"code": "sample-office", "name": {"ja": "【サンプル】課", "en": "[Sample] office"}},
          "capacity": 10,
          "deadline": {"at": "2029-01-01T00:00:00Z", "zone": "Asia/Tokyo"},
          "languages": ["ja", "en"]
        }"""
        .formatted(title);
  }
}
