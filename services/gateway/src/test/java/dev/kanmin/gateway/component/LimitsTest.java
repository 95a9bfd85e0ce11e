package dev.kanmin.gateway.component;

import static dev.kanmin.gateway.component.LimitedGateway.ACTIVITIES;
import static dev.kanmin.gateway.component.LimitedGateway.BURST;
import static dev.kanmin.gateway.component.LimitedGateway.MISSIONS;
import static dev.kanmin.gateway.component.LimitedGateway.get;
import static dev.kanmin.gateway.component.LimitedGateway.request;
import static dev.kanmin.gateway.component.LimitedGateway.send;
import static dev.kanmin.gateway.component.RunningGateway.await;
import static dev.kanmin.gateway.component.RunningGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What requests of one client cost, and that the others feel nothing of it. */
class LimitsTest {
  private static final String VIEW = "/v1/cells/IS/unclassified";

  @Test
  void every_answer_says_how_much_is_left() {
    var answer = get("127.0.1.1", "jetro", VIEW);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "RateLimit-Policy"))
        .isEqualTo("\"agency\";q=200;w=20, \"address\";q=40;w=8");
    assertThat(header(answer, "RateLimit")).matches("\"agency\";r=\\d+;t=1, \"address\";r=39;t=1");
  }

  @Test
  void an_agency_over_its_quota_is_told_when_to_come_back_and_others_are_answered() {
    MISSIONS.answer("/v1/missions/any", 200, "{}");
    var answers =
        answers(
            2 * BURST, number -> get("127.0.2." + (number % 10 + 1), "meti", "/v1/missions/any"));
    var refused = answers.stream().filter(answer -> answer.statusCode() == 429).findFirst();

    assertThat(refused).isPresent();
    assertThat(json(refused.get()).at("/type").asString())
        .isEqualTo("https://kanmin.dev/problems/quota-exceeded");
    assertThat(header(refused.get(), "RateLimit")).matches("\"agency\";r=[0-9];t=1, .*");
    assertThat(header(refused.get(), "Retry-After")).isEqualTo("1");
    assertThat(get("127.0.2.11", "mofa", VIEW).statusCode()).isEqualTo(200);
    await("its quota", () -> get("127.0.2.12", "meti", VIEW).statusCode() == 200);
  }

  @Test
  void an_address_over_its_quota_is_refused_before_its_token_is_looked_at() {
    var anonymous = answers(2 * BURST, number -> get("127.0.3.1", "/openapi.json"));

    assertThat(anonymous).extracting(HttpResponse::statusCode).contains(200, 429);
    assertThat(answers(10, number -> get("127.0.3.1", "/v1/missions")))
        .extracting(HttpResponse::statusCode)
        .contains(429);
    assertThat(get("127.0.3.2", "/openapi.json").statusCode()).isEqualTo(200);
  }

  @Test
  void pages_and_steps_of_signing_in_cost_more_than_ready_bytes() {
    assertThat(left(get("127.0.4.1", "/assets/icon.svg"))).isEqualTo(BURST - 1);
    assertThat(left(get("127.0.4.5", "/openapi.json"))).isEqualTo(BURST - 10);
    assertThat(left(get("127.0.4.2", "/docs/problems"))).isEqualTo(BURST - 6);
    assertThat(left(get("127.0.4.3", "/oauth2/authorization/kanmin"))).isEqualTo(BURST - 10);
    assertThat(left(get("127.0.4.4", "/login/oauth2/code/kanmin?code=x&state=y")))
        .isEqualTo(BURST - 10);
  }

  @Test
  void a_service_is_not_asked_by_one_agency_alone() {
    MISSIONS.hang("/v1/missions/slow");
    MISSIONS.answer("/v1/missions/quick", 200, "{}");
    for (int number = 0; number < 2; number++) {
      CompletableFuture.runAsync(() -> get("127.0.5.1", "mhlw", "/v1/missions/slow"));
    }
    await("two to be under way", () -> MISSIONS.requests("/v1/missions/slow").size() == 2);

    var third = get("127.0.5.1", "mhlw", "/v1/missions/quick");
    assertThat(third.statusCode()).isEqualTo(429);
    assertThat(header(third, "RateLimit-Policy"))
        .startsWith("\"service-at-once\";q=2;qu=\"concurrent-requests\"");
    assertThat(get("127.0.5.1", "jica", "/v1/missions/quick").statusCode()).isEqualTo(200);
  }

  @Test
  void a_file_that_trickles_in_frees_its_place_and_keeps_none_from_others() throws Exception {
    ACTIVITIES.answer("/v1/activities/import", 200, "{}");
    int before = ACTIVITIES.brokenOff();
    try (var slow = LimitedGateway.connect("127.0.6.1")) {
      slow.write(
          "POST /v1/activities/import HTTP/1.1\r\nHost: x\r\n"
              + LimitedGateway.authorization("amed")
              + "\r\nContent-Type: application/xml\r\nContent-Length: 1000000\r\n\r\n<");
      await("the first to hold its place", () -> imported("127.0.6.2", "amed").statusCode() == 429);
      assertThat(header(imported("127.0.6.2", "amed"), "RateLimit-Policy"))
          .startsWith("\"import-at-once\";q=1;");
      assertThat(imported("127.0.6.2", "jst").statusCode()).isEqualTo(200);

      var told = slow.answer();
      assertThat(told.status()).isEqualTo(408);
      assertThat(told.body()).contains("problems/too-slow", "4096 bytes in 4.0 s");
      assertThat(slow.isAtEnd()).isTrue();
    }
    await("the service to be told", () -> ACTIVITIES.brokenOff() > before);
    await("the place to be free", () -> imported("127.0.6.3", "amed").statusCode() == 200);
  }

  @Test
  void a_position_that_the_feed_never_had_is_refused_wherever_it_is_given() {
    var page = get("127.0.7.1", "jica", "/v1/feed?after=999999999");
    assertThat(json(page).at("/errors/0/parameter").asString()).isEqualTo("after");
    assertThat(json(page).at("/errors/0/code").asString()).isEqualTo("beyond-end");

    var stream =
        send("127.0.7.1", request("jica", "/v1/feed/stream").header("Last-Event-ID", "999999999"));
    assertThat(json(stream).at("/errors/0/header").asString()).isEqualTo("Last-Event-ID");
  }

  private static HttpResponse<String> imported(String address, String agency) {
    return send(
        address,
        request(agency, "/v1/activities/import")
            .header("Content-Type", "application/xml")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString("<iati-activities/>")));
  }

  private static List<HttpResponse<String>> answers(
      int count, IntFunction<HttpResponse<String>> request) {
    return IntStream.range(0, count).mapToObj(request).toList();
  }

  private static int left(HttpResponse<String> answer) {
    return Integer.parseInt(
        header(answer, "RateLimit").replaceAll("^\"address\";r=(\\d+);.*", "$1"));
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElseThrow();
  }
}
