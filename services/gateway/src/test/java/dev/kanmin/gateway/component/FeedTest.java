package dev.kanmin.gateway.component;

import static dev.kanmin.gateway.component.RunningGateway.await;
import static dev.kanmin.gateway.component.RunningGateway.get;
import static dev.kanmin.gateway.component.RunningGateway.json;
import static dev.kanmin.gateway.component.RunningGateway.manage;
import static dev.kanmin.gateway.component.RunningGateway.publish;
import static dev.kanmin.gateway.component.RunningGateway.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.gateway.picture.Cards;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FeedTest {
  private final String mission = "msn_" + UUID.randomUUID();

  @Test
  void pages_give_every_event_once_and_in_order() {
    String last = "";
    for (int sequence = 1; sequence <= 7; sequence++) {
      last = publish("trade-missions", mission, sequence, "draft-revised", "{}");
    }
    get("/v1/cells", "Kanmin-After", last);

    List<String> sequences = new ArrayList<>();
    String after = "-1";
    JsonNode page;
    do {
      page = json(get("/v1/feed?limit=3&after=" + after));
      page.at("/items")
          .valueStream()
          .filter(event -> event.at("/subject").asString().equals(mission))
          .forEach(event -> sequences.add(event.at("/sequence").asString()));
      after = page.at("/next").asString();
    } while (!page.at("/items").isEmpty());

    assertThat(sequences).containsExactly("1", "2", "3", "4", "5", "6", "7");
  }

  @Test
  void an_event_is_a_cloud_event_with_its_position() {
    String event =
        publish(
            "trade-missions",
            mission,
            1,
            "mission-announced",
            Cards.mission("announced", List.of("LK"), List.of("care-systems")));
    get("/v1/cells", "Kanmin-After", event);

    JsonNode found =
        json(get("/v1/feed?country=LK&field=care-systems&type=mission-announced")).at("/items/0");

    assertThat(found.at("/specversion").asString()).isEqualTo("1.0");
    assertThat(found.at("/source").asString() + "/" + found.at("/id").asString()).isEqualTo(event);
    assertThat(found.at("/position").asString()).matches("\\d+");
    assertThat(found.at("/data/card/kind").asString()).isEqualTo("mission");
  }

  @Test
  void a_filter_hides_what_it_does_not_name() {
    String event =
        publish(
            "trade-missions",
            mission,
            1,
            "mission-announced",
            Cards.mission("announced", List.of("PK"), List.of("care-systems")));
    get("/v1/cells", "Kanmin-After", event);

    assertThat(json(get("/v1/feed?country=PK&type=mission-opened")).at("/items")).isEmpty();
    assertThat(json(get("/v1/feed?country=PK&field=endoscopy")).at("/items")).isEmpty();
  }

  @Test
  void wrong_parameters_are_named() {
    assertThat(json(get("/v1/feed?limit=0")).at("/errors/0/parameter").asString())
        .isEqualTo("limit");
    assertThat(json(get("/v1/feed?limit=1001")).at("/errors/0/parameter").asString())
        .isEqualTo("limit");
    assertThat(json(get("/v1/feed?after=x")).at("/errors/0/parameter").asString())
        .isEqualTo("after");
    assertThat(json(get("/v1/feed?country=XX&field=x")).at("/errors")).hasSize(2);
    assertThat(json(get("/v1/feed?country=")).at("/errors/0/parameter").asString())
        .isEqualTo("country");
    assertThat(
            json(get("/v1/feed/stream?after=x", "Accept", "text/event-stream"))
                .at("/errors/0/parameter")
                .asString())
        .isEqualTo("after");
  }

  @Test
  void a_type_that_nobody_publishes_is_named_with_those_there_are() {
    for (String type :
        new String[] {"mission-anounced", "Mission-announced", "dev.kanmin.v1", ""}) {
      JsonNode problem = json(get("/v1/feed?type=" + type));
      assertThat(problem.at("/errors/0/parameter").asString()).as(type).isEqualTo("type");
    }
    assertThat(json(get("/v1/feed?type=mission-anounced")).at("/errors/0/detail").asString())
        .contains("mission-announced, ");
    assertThat(get("/v1/feed?type=dev.kanmin.sme-advice.advice-given.v1").statusCode())
        .isEqualTo(200);
    assertThat(get("/v1/feed/stream?type=x", "Accept", "text/event-stream").statusCode())
        .isEqualTo(400);
  }

  @Test
  void a_stream_goes_on_after_the_last_event_that_the_client_saw() throws Exception {
    for (int sequence = 1; sequence <= 3; sequence++) {
      publish(
          "trade-missions",
          mission,
          sequence,
          "mission-announced",
          Cards.mission("announced", List.of("NP"), List.of("care-systems")));
    }
    String first;
    try (Stream stream = Stream.open("/v1/feed/stream?country=NP&after=-1", "")) {
      first = stream.nextId();
      assertThat(stream.lastData()).contains("\"sequence\":\"1\"");
    }
    try (Stream stream = Stream.open("/v1/feed/stream?country=NP", first)) {
      stream.nextId();
      assertThat(stream.lastData()).contains("\"sequence\":\"2\"");
      stream.nextId();
      assertThat(stream.lastData()).contains("\"sequence\":\"3\"");
      publish(
          "trade-missions",
          mission,
          4,
          "mission-opened",
          Cards.mission("open", List.of("NP"), List.of("care-systems")));
      stream.nextId();
      assertThat(stream.lastData()).contains("mission-opened");
    }
  }

  @Test
  void an_idle_stream_gets_comments() throws Exception {
    try (Stream stream = Stream.open("/v1/feed/stream?country=MO", "")) {
      assertThat(stream.nextLine()).startsWith(":");
      assertThat(stream.nextLine()).isEmpty();
      assertThat(stream.nextLine()).startsWith(":");
    }
  }

  @Test
  void a_client_that_went_away_is_forgotten() throws Exception {
    Stream stream = Stream.open("/v1/feed/stream?country=MO", "");
    stream.nextLine();
    stream.close();

    await(
        "no open streams",
        () -> manage("/actuator/prometheus").body().contains("kanmin_stream_clients 0.0"));
  }

  /** A client of the stream that reads line by line. */
  private static final class Stream implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final BufferedReader lines;
    private String data = "";

    private Stream(HttpRequest request) throws IOException, InterruptedException {
      var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      assertThat(response.statusCode()).isEqualTo(200);
      lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    static Stream open(String path, String lastEventId) throws Exception {
      HttpRequest.Builder request = request(path).header("Accept", "text/event-stream");
      if (!lastEventId.isEmpty()) {
        request.header("Last-Event-ID", lastEventId);
      }
      return new Stream(request.build());
    }

    String nextLine() throws IOException {
      return lines.readLine();
    }

    String nextId() throws IOException {
      String line = lines.readLine();
      while (!line.startsWith("id: ")) {
        line = lines.readLine();
      }
      data = lines.readLine();
      return line.substring("id: ".length());
    }

    String lastData() {
      return data;
    }

    @Override
    public void close() {
      client.shutdownNow();
    }
  }
}
