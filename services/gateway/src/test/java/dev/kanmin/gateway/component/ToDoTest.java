package dev.kanmin.gateway.component;

import static dev.kanmin.gateway.component.RunningGateway.get;
import static dev.kanmin.gateway.component.RunningGateway.json;
import static dev.kanmin.gateway.component.RunningGateway.publish;
import static dev.kanmin.gateway.picture.Cards.share;
import static dev.kanmin.gateway.picture.Cards.shares;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.wire.Card.Due;
import dev.kanmin.events.wire.CardMaker;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ToDoTest {
  private final String mine = UUID.randomUUID().toString();
  private final String office = "desk-" + mine;

  @Test
  void an_office_sees_what_is_overdue_and_missing_what_is_due_first() {
    publish(
        "trade-missions",
        "msn_" + mine,
        1,
        "mission-opened",
        mission("open").date(Due.on("begins", LocalDate.of(2026, 3, 1))));
    String last =
        publish(
            "oda-linkage",
            "act_" + mine,
            1,
            "activity-imported",
            activity().date(Due.on("next-step", LocalDate.of(2026, 2, 1))));

    JsonNode toDo =
        json(
            get(
                "/v1/to-do?agency=jetro&office=" + office,
                "Kanmin-After",
                last,
                "Accept-Language",
                "en"));

    assertThat(toDo.at("/items").valueStream().map(one -> one.at("/rule/code").asString()))
        .containsExactly("next-step-overdue", "began-but-not-underway", "tender-without-linkage");
    JsonNode first = toDo.at("/items/0");
    assertThat(first.at("/rule/label").asString()).isEqualTo("Next step overdue");
    assertThat(first.at("/due").asString()).isEqualTo("2026-02-01");
    assertThat(first.at("/overdue").asBoolean()).isTrue();
    assertThat(first.at("/severity").asString()).isEqualTo("high");
    assertThat(first.at("/subject/id").asString()).isEqualTo("act_" + mine);
    assertThat(first.at("/concerns/0/office").asString()).isEqualTo(office);
    assertThat(toDo.at("/asOf/position").asString()).matches("\\d+");
    assertThat(json(get("/v1/to-do?office=" + office)).at("/items"))
        .as("of jica, whose token it is")
        .isEmpty();
  }

  @Test
  void pages_go_on_after_the_last_one() {
    String last = "";
    for (int number = 0; number < 3; number++) {
      last = publish("oda-linkage", "act_" + number + mine, 1, "activity-imported", activity());
    }
    String path = "/v1/to-do?agency=jetro&limit=2&office=" + office;
    var first = get(path, "Kanmin-After", last);
    String next = json(first).at("/next").asString();

    assertThat(json(first).at("/items")).hasSize(2);
    assertThat(json(get(path + "&cursor=" + next)).at("/items")).hasSize(1);
    assertThat(get(path + "1&cursor=" + next).statusCode()).isEqualTo(400);
  }

  @Test
  void a_gap_stands_in_the_cell_until_the_link_is_there() {
    String open = publish("oda-linkage", "act_" + mine, 1, "activity-advanced", activity());
    var before = get("/v1/cells/KG/care-systems", "Kanmin-After", open, "Accept-Language", "en");
    assertThat(gaps(json(before))).contains("act_" + mine);

    String linked =
        publish(
            "oda-linkage",
            "lnk_" + mine,
            1,
            "linkage-proposed",
            new CardMaker("linkage", "proposed")
                .countryShares(shares(share("JP", "100")))
                .link("arises-from", "act_" + mine));
    var after =
        get(
            "/v1/cells/KG/care-systems",
            "Kanmin-After",
            linked,
            "Accept-Language",
            "en",
            "If-None-Match",
            before.headers().firstValue("ETag").orElseThrow());
    assertThat(after.statusCode()).isEqualTo(200);
    assertThat(gaps(json(after))).doesNotContain("act_" + mine);

    String rejected =
        publish(
            "oda-linkage",
            "lnk_" + mine,
            2,
            "linkage-rejected",
            new CardMaker("linkage", "rejected")
                .countryShares(shares(share("JP", "100")))
                .link("arises-from", "act_" + mine));
    var again =
        get(
            "/v1/cells/KG/care-systems",
            "Kanmin-After",
            rejected,
            "Accept-Language",
            "en",
            "If-None-Match",
            after.headers().firstValue("ETag").orElseThrow());
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(gaps(json(again))).as("what was rejected fills no gap").contains("act_" + mine);
  }

  private static List<String> gaps(JsonNode cell) {
    return cell.at("/gaps/items")
        .valueStream()
        .map(gap -> gap.at("/subject/id").asString())
        .toList();
  }

  private CardMaker mission(String state) {
    return new CardMaker("mission", state)
        .countryShares(shares(share("KG", "100")))
        .responsible(AgencyCode.of("jetro"), office, LocalizedText.of("課", "Desk"), "organiser");
  }

  private CardMaker activity() {
    return new CardMaker("activity", "implementation")
        .countryShares(shares(share("KG", "100")))
        .fieldShares(shares(share("care-systems", "100")))
        .facet("scheme-steps", "tender")
        .responsible(AgencyCode.of("jetro"), office, LocalizedText.of("課", "Desk"), "owner");
  }
}
