package dev.kanmin.bench.view;

import dev.kanmin.bench.command.Drafts;
import dev.kanmin.bench.load.HttpAnswer;
import dev.kanmin.bench.load.HttpConnection;
import dev.kanmin.bench.load.HttpRequests;
import dev.kanmin.bench.stage.Measured;
import dev.kanmin.bench.stage.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** What two services hold of one cell, made through their own APIs. */
final class SampleCell {
  static final String PATH = "/v1/cells/VN/endoscopy";
  static final String QUERY = "?country=VN&field=endoscopy&limit=200";

  private final String token;

  SampleCell(String token) {
    this.token = token;
  }

  /** Drafts and announces so many missions; their ids. */
  List<String> missions(ServerProcess service, int count) {
    try (var connection = new HttpConnection(service.port())) {
      var ids = new ArrayList<String>();
      for (int number = 0; number < count; number++) {
        var draft =
            send(
                connection, post("/v1/missions", "application/json", Drafts.plan("no. " + number)));
        var id = JsonMapper.shared().readTree(draft.body()).required("id").asString();
        send(connection, post("/v1/missions/" + id + "/announce", "application/json", ""));
        ids.add(id);
      }
      return ids;
    } catch (IOException e) {
      throw new UncheckedIOException(Measured.MISSIONS.name() + " does not answer", e);
    }
  }

  /** Imports a file of so many activities. */
  void activities(ServerProcess service, int count) {
    var xml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <iati-activities version="2.03">
        %s</iati-activities>
        """
            .formatted(
                IntStream.range(0, count)
                    .mapToObj(SampleCell::activity)
                    .collect(Collectors.joining()));
    try (var connection = new HttpConnection(service.port())) {
      var answer = send(connection, post("/v1/activities/import", "application/xml", xml));
      if (answer.status() != 200) {
        throw new IllegalStateException("the import was answered " + answer.text());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(Measured.ACTIVITIES.name() + " does not answer", e);
    }
  }

  /** How many missions and activities the services list. */
  long listed(ServerProcess missions, ServerProcess activities) {
    return items(missions, "/v1/missions") + items(activities, "/v1/activities");
  }

  private long items(ServerProcess service, String path) {
    try (var connection = new HttpConnection(service.port())) {
      var answer = send(connection, HttpRequests.get(path + QUERY, headers()));
      return JsonMapper.shared().readTree(answer.body()).required("items").size();
    } catch (IOException e) {
      throw new UncheckedIOException(path + " does not answer", e);
    }
  }

  private static HttpAnswer send(HttpConnection connection, byte[] request) throws IOException {
    var answer = connection.send(request);
    if (answer.status() >= 300) {
      throw new IllegalStateException("refused: " + answer.status() + " " + answer.text());
    }
    return answer;
  }

  private byte[] post(String path, String type, String body) {
    var headers = new HashMap<>(headers());
    headers.put("Idempotency-Key", UUID.randomUUID().toString());
    return HttpRequests.post(path, headers, type, body);
  }

  private Map<String, String> headers() {
    return Map.of("Authorization", "Bearer " + token);
  }

  private static String activity(int number) {
    return """
        <iati-activity xml:lang="en" default-currency="USD">
          <iati-identifier>XX-SAMPLE-7-%1$d</iati-identifier>
          <reporting-org ref="XX-SAMPLE-7" type="40"><narrative>[Sample] bank</narrative></reporting-org>
          <title><narrative>[Sample] Endoscopes no. %1$d</narrative></title>
          <description><narrative>Nothing of this is real.</narrative></description>
          <participating-org ref="XX-SAMPLE-7" role="1"/>
          <activity-status code="2"/>
          <activity-date type="2" iso-date="2026-07-01"/>
          <recipient-country code="VN"/>
          <sector code="12191"/>
          <budget type="1" status="1">
            <period-start iso-date="2026-07-01"/><period-end iso-date="2027-06-30"/>
            <value currency="USD" value-date="2026-07-01">%1$d000</value>
          </budget>
        </iati-activity>
        """
        .formatted(number + 1);
  }
}
