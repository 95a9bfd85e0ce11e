package dev.kanmin.odalinkage;

import dev.kanmin.testkit.service.Answer;
import dev.kanmin.testkit.service.ApiClient;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.Supplier;

/** Files of activities, as agencies send them. */
final class Imports {
  private Imports() {}

  static Answer by(ApiClient agency, String xml) {
    return send(agency, BodyPublishers.ofString(xml));
  }

  static Answer by(ApiClient agency, byte[] file) {
    return send(agency, BodyPublishers.ofByteArray(file));
  }

  /** Sends a file of which only the next bytes ever exist. */
  static Answer stream(ApiClient agency, Supplier<InputStream> file) {
    return send(agency, BodyPublishers.ofInputStream(file));
  }

  private static Answer send(ApiClient agency, BodyPublisher file) {
    return agency
        .with("Content-Type", "application/xml")
        .send("POST", "/v1/activities/import", file);
  }
}
