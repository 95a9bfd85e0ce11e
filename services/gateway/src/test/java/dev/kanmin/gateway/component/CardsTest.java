package dev.kanmin.gateway.component;

import static dev.kanmin.gateway.component.RunningGateway.get;
import static dev.kanmin.gateway.component.RunningGateway.json;
import static dev.kanmin.gateway.component.RunningGateway.publish;
import static dev.kanmin.gateway.picture.Cards.share;
import static dev.kanmin.gateway.picture.Cards.shares;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.wire.CardMaker;
import dev.kanmin.gateway.picture.Cards;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CardsTest {
  private final String mine = UUID.randomUUID().toString().replace("-", "");
  private final String mission = "msn_" + mine;
  private final String activity = "act_" + mine;

  @Test
  void cards_are_found_by_whatever_they_say() {
    String first =
        publish(
            "trade-missions",
            mission,
            1,
            "mission-announced",
            titled("announced", "ASEAN内視鏡" + mine));
    String second =
        publish(
            "oda-linkage",
            activity,
            1,
            "activity-imported",
            Cards.activity(shares(share("BN", "100")), List.of(), "5")
                .responsible(
                    AgencyCode.of("meti"),
                    "desk" + mine,
                    LocalizedText.of("課", "Desk"),
                    "supporter"));

    String after = first + "," + second;
    assertThat(ids("?country=BN&kind=mission&limit=200", after))
        .contains(mission)
        .doesNotContain(activity);
    assertThat(ids("?country=BN&field=unclassified", after))
        .contains(activity)
        .doesNotContain(mission);
    assertThat(ids("?state=announced&country=BN&limit=200", after)).contains(mission);
    assertThat(ids("?agency=meti&office=desk" + mine, after)).containsExactly(activity);
    assertThat(ids("?agency=jica&office=desk" + mine, after)).isEmpty();
    assertThat(ids("?facet=schemes:grant-aid&facet=scheme-steps:contract&country=BN", after))
        .contains(activity);
    assertThat(ids("?facet=schemes:oda-loan&country=BN", after)).isEmpty();
    assertThat(
            ids(
                "?text=%EF%BC%A1%EF%BD%93%EF%BD%85%EF%BD%81n%E5%86%85%E8%A6%96%E9%8F%A1" + mine,
                after))
        .as("full width, other case")
        .containsExactly(mission);
    assertThat(ids("?text=" + mine + "%20xm-dac-701-8-1", after)).containsExactly(activity);
    assertThat(ids("?ended=true&text=" + mine, after)).isEmpty();
    assertThat(ids("?ended=false&text=" + mine, after)).containsExactly(activity, mission);
  }

  @Test
  void pages_go_on_after_the_last_card_and_name_every_one_once() {
    List<String> expected = new ArrayList<>();
    String last = "";
    for (int number = 0; number < 5; number++) {
      String id = "msn_" + number + mine;
      expected.addFirst(id);
      last = publish("trade-missions", id, 1, "mission-announced", titled("open", "no. " + mine));
    }

    List<String> found = new ArrayList<>();
    HttpResponse<String> page = get("/v1/cards?limit=2&text=" + mine, "Kanmin-After", last);
    String path = "/v1/cards?limit=2&text=" + mine;
    while (!path.isEmpty()) {
      page = get(path);
      json(page)
          .at("/items")
          .valueStream()
          .map(card -> card.at("/id").asString())
          .forEach(found::add);
      path =
          page.headers()
              .firstValue("Link")
              .map(link -> link.substring(1, link.indexOf('>')))
              .orElse("");
    }

    assertThat(found).containsExactlyElementsOf(expected);
    assertThat(json(page).at("/asOf/position").asString()).matches("\\d+");
    assertThat(page.headers().firstValue("ETag")).isPresent();
  }

  @Test
  void what_cannot_match_is_named() {
    assertThat(parameters("/v1/cards?colour=red")).containsExactly("colour");
    assertThat(parameters("/v1/cards?country=XX&field=painting&facet=x&ended=maybe"))
        .containsExactlyInAnyOrder("country", "field", "facet", "ended");
    assertThat(parameters("/v1/cards?text=%20")).containsExactly("text");
    assertThat(parameters("/v1/cards?cursor=nonsense")).containsExactly("cursor");
    assertThat(get("/v1/cards/nobody").statusCode()).isEqualTo(404);
  }

  @Test
  void a_card_is_told_with_links_both_ways_and_changes_its_entity_tag_with_them() {
    String first =
        publish("trade-missions", mission, 1, "mission-announced", titled("open", "Head"));
    var before = get("/v1/cards/" + mission, "Kanmin-After", first, "Accept-Language", "en");
    String second =
        publish(
            "oda-linkage",
            activity,
            1,
            "activity-registered",
            Cards.activity(shares(share("BN", "100")), List.of(), "5")
                .link("arises-from", mission));

    JsonNode head =
        json(get("/v1/cards/" + mission, "Kanmin-After", second, "Accept-Language", "en"));
    assertThat(head.at("/chain").asString()).isEqualTo(mission);
    assertThat(head.at("/title").asString()).isEqualTo("Head");
    assertThat(head.at("/countries/0/label").asString()).isEqualTo("Brunei");
    assertThat(head.at("/linked/0/direction").asString()).isEqualTo("incoming");
    assertThat(head.at("/linked/0/rel/label").asString()).isEqualTo("Led to");
    assertThat(head.at("/linked/0/subject/id").asString()).isEqualTo(activity);
    JsonNode tail = json(get("/v1/cards/" + activity, "Accept-Language", "en"));
    assertThat(tail.at("/linked/0/rel/label").asString()).isEqualTo("Arises from");
    assertThat(tail.at("/linked/0/subject/title").asString()).isEqualTo("Head");

    String tag = before.headers().firstValue("ETag").orElseThrow();
    assertThat(
            get("/v1/cards/" + mission, "If-None-Match", tag, "Accept-Language", "en").statusCode())
        .isEqualTo(200);
    String now =
        get("/v1/cards/" + mission, "Accept-Language", "en")
            .headers()
            .firstValue("ETag")
            .orElseThrow();
    assertThat(
            get("/v1/cards/" + mission, "If-None-Match", now, "Accept-Language", "en").statusCode())
        .isEqualTo(304);
  }

  private static CardMaker titled(String state, String title) {
    return Cards.mission(state, List.of("BN"), List.of("endoscopy"))
        .title(LocalizedText.of(title, title));
  }

  private static List<String> ids(String query, String after) {
    return json(get("/v1/cards" + query, "Kanmin-After", after))
        .at("/items")
        .valueStream()
        .map(card -> card.at("/id").asString())
        .toList();
  }

  private static List<String> parameters(String path) {
    var answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(400);
    return json(answer)
        .at("/errors")
        .valueStream()
        .map(fault -> fault.at("/parameter").asString())
        .toList();
  }
}
