package dev.kanmin.gateway.component;

import static dev.kanmin.gateway.component.RunningGateway.TOKENS;
import static dev.kanmin.gateway.component.RunningGateway.await;
import static dev.kanmin.gateway.component.RunningGateway.get;
import static dev.kanmin.gateway.component.RunningGateway.json;
import static dev.kanmin.gateway.component.RunningGateway.manage;
import static dev.kanmin.gateway.component.RunningGateway.publish;
import static dev.kanmin.gateway.component.RunningGateway.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.wire.CardMaker;
import dev.kanmin.gateway.picture.Cards;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SearchingTest {
  private final String mine = UUID.randomUUID().toString().replace("-", "");
  private final String mission = "msn_" + mine;

  @Test
  void what_is_written_is_found_within_a_second_in_other_spellings_too() {
    String event =
        publish("trade-missions", mission, 1, "mission-announced", titled("髙度内視鏡" + mine));
    get("/v1/cards/" + mission, "Kanmin-After", event);
    Instant shown = Instant.now();

    await("the card is found", () -> !items("高度内視鏡 " + mine).isEmpty());

    assertThat(Duration.between(shown, Instant.now())).isLessThan(Duration.ofSeconds(1));
    JsonNode found = json(get("/v1/search?q=" + coded("高度内視鏡 " + mine), "Accept-Language", "ja"));
    assertThat(found.at("/total").asInt()).isEqualTo(1);
    assertThat(found.at("/items/0/card/id").asString()).isEqualTo(mission);
    assertThat(found.at("/items/0/title/0/text").asString()).startsWith("髙度内視鏡");
    assertThat(found.at("/items/0/title/0/hit").asBoolean()).isTrue();
    assertThat(found.at("/facets/0/facet").asString()).isEqualTo("kind");
    assertThat(found.at("/facets/0/codes/0/code").asString()).isEqualTo("mission");
    assertThat(found.at("/facets/0/codes/0/count").asInt()).isEqualTo(1);
    assertThat(found.at("/asOf/position").asString()).matches("\\d+");
    assertThat(found.at("/indexedUpTo").asString()).matches("\\d+");
  }

  @Test
  void who_names_the_event_finds_it_at_once_and_what_is_withdrawn_no_more() {
    String event =
        publish("trade-missions", mission, 1, "mission-announced", titled("Endoscopy " + mine));
    JsonNode found = json(get("/v1/search?q=" + mine, "Kanmin-After", event));
    assertThat(found.at("/items/0/card/id").asString()).isEqualTo(mission);

    String gone = publish("trade-missions", mission, 2, "mission-withdrawn", "{}");
    assertThat(json(get("/v1/search?q=" + mine, "Kanmin-After", gone)).at("/total").asInt())
        .isZero();
  }

  @Test
  void pages_are_linked() {
    String last = "";
    for (int number = 0; number < 3; number++) {
      last =
          publish(
              "trade-missions", mission + number, 1, "mission-announced", titled("No. " + mine));
    }
    var page = get("/v1/search?limit=2&q=" + mine, "Kanmin-After", last);
    String link = page.headers().firstValue("Link").orElseThrow();

    JsonNode next = json(get(link.substring(1, link.indexOf('>'))));

    assertThat(next.at("/items").size()).isEqualTo(1);
    assertThat(next.at("/total").asInt()).isEqualTo(3);
    assertThat(next.has("facets")).isFalse();
  }

  @Test
  void who_may_not_see_the_cards_may_not_search_them() {
    HttpRequest.Builder nobody =
        HttpRequest.newBuilder(URI.create(RunningGateway.GATEWAY.url() + "/v1/search?q=x"));
    assertThat(send(nobody).statusCode()).isEqualTo(401);
    HttpRequest.Builder other =
        HttpRequest.newBuilder(URI.create(RunningGateway.GATEWAY.url() + "/v1/search?q=x"))
            .header("Authorization", "Bearer " + TOKENS.token("jica", "feed:read"));
    assertThat(send(other).statusCode()).isEqualTo(403);
  }

  @Test
  void what_no_card_could_match_is_named() {
    assertThat(parameters("?colour=red")).containsExactly("colour");
    assertThat(parameters("?q=%20")).containsExactly("q");
    assertThat(parameters("?country=XX&year=x&language=!!&field=painting"))
        .containsExactlyInAnyOrder("country", "year", "language", "field");
    assertThat(parameters("?cursor=nonsense")).containsExactly("cursor");
  }

  @Test
  void operators_see_how_far_the_index_is() {
    assertThat(manage("/actuator/prometheus").body())
        .contains("kanmin_search_position", "kanmin_search_backlog");
  }

  private static CardMaker titled(String title) {
    return Cards.mission("open", List.of("BN"), List.of("endoscopy"))
        .title(LocalizedText.of(title, title));
  }

  private static JsonNode items(String words) {
    return json(get("/v1/search?q=" + coded(words))).at("/items");
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<String> parameters(String query) {
    var answer = get("/v1/search" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    return json(answer)
        .at("/errors")
        .valueStream()
        .map(fault -> fault.at("/parameter").asString())
        .toList();
  }
}
