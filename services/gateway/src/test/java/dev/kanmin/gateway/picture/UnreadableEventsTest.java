package dev.kanmin.gateway.picture;

import static dev.kanmin.gateway.picture.Cards.share;
import static dev.kanmin.gateway.picture.Cards.shares;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What operators read about a card that is not what its producer promised. */
class UnreadableEventsTest {
  private static final String GOOD =
      Cards.data(
          Cards.activity(shares(share("VN", "100")), shares(share("endoscopy", "60")), "1000.50"),
          Cards.last("activity-imported", Records.at(0)));

  @Test
  void a_part_of_another_kind_is_named() {
    assertThat(reason(GOOD.replace("\"percentage\":\"100\"", "\"percentage\":\"much\"")))
        .isEqualTo("the card cannot be read at /card/countries/0/percentage");
    assertThat(reason(GOOD.replace("\"kind\":\"activity\"", "\"kind\":{\"code\":\"x\"}")))
        .isEqualTo("the card cannot be read at /card/kind");
    assertThat(reason(GOOD.replace("\"responsible\":[", "\"responsible\":[3,")))
        .isEqualTo("the card cannot be read at /card/responsible/0");
  }

  @Test
  void a_promised_part_that_is_missing_is_named() {
    assertThat(reason(GOOD.replace("\"state\"", "\"status\"")))
        .isEqualTo("the card cannot be read at /card/state");
    assertThat(reason(GOOD.replace("\"kind\":\"activity\"", "\"kind\":null")))
        .isEqualTo("the card cannot be read at /card/kind");
    assertThat(reason(GOOD.replace("\"countries\":[", "\"countries\":[null,")))
        .isEqualTo("a list of the card has an entry that is null");
    assertThat(reason(GOOD.replace("\"amount\"", "\"sum\"")))
        .isEqualTo("the card cannot be read at /card/figures/0/amount");
  }

  @Test
  void what_is_no_document_is_told() {
    for (String data : List.of("[]", "", GOOD + "{}", GOOD.substring(0, GOOD.length() - 1))) {
      assertThat(reason(data)).startsWith("the card cannot be read");
    }
    assertThat(reason("{\"x\":" + "[".repeat(100_000))).startsWith("the card cannot be read");
  }

  @Test
  void what_would_fill_the_memory_is_not_taken() {
    assertThat(reason(GOOD.replace("\"1000.50\"", "\"1E999999999\"")))
        .isEqualTo("a number of the card has more than 40 digits");
    String many =
        IntStream.range(0, 101)
            .mapToObj(number -> "{\"code\":\"C" + number + "\"}")
            .reduce((some, more) -> some + "," + more)
            .orElseThrow();
    assertThat(reason(GOOD.replace("\"countries\":[", "\"countries\":[" + many + ",")))
        .isEqualTo("a list of the card has more than 100 entries");
    assertThat(reason(GOOD.replace("\"code\":\"VN\"", "\"code\":\"*\"")))
        .isEqualTo("a share of the card names no country or field");
  }

  @Test
  void parts_that_nobody_reads_and_optional_ones_that_are_null_do_no_harm() {
    Picture picture =
        folded(
            GOOD.replace(
                "\"state\":",
                "\"summary\":null,\"later\":{\"deep\":[[{\"a\":1}],null]},\"state\":"));

    assertThat(picture.snapshot().leftOut().unreadable()).isZero();
    Row row = picture.row(Records.ACTIVITIES, "act_1").orElseThrow();
    assertThat(row.card().summary()).isEmpty();
    assertThat(row.card().title()).containsEntry("en", "Hospital");
  }

  @Test
  void a_card_is_read_whole() {
    var card = Cards.mission("open").make();
    Picture picture = new Picture();
    picture.apply(
        Records.mission(0, "msn_1", 1, "mission-opened", Cards.mission("open"), "announced"));
    picture.publish(0);

    Row row = picture.row(Records.MISSIONS, "msn_1").orElseThrow();
    assertThat(row.card().dates()).isEqualTo(card.dates());
    assertThat(row.card().figures()).isEqualTo(card.figures());
    assertThat(row.card().responsible()).isEqualTo(card.responsible());
    assertThat(row.card().facets()).isEqualTo(card.facets());
    assertThat(row.card().title()).isEqualTo(card.title());
    assertThat(row.last()).isEqualTo(Cards.last("mission-opened", Records.at(0), "announced"));
  }

  /** Why the picture leaves the subject out. */
  private static String reason(String data) {
    String prefix = "/oda-linkage/act_1: ";
    List<String> told = folded(data).snapshot().leftOut().unreadableSubjects();
    assertThat(told).singleElement().asString().startsWith(prefix);
    return told.getFirst().substring(prefix.length());
  }

  private static Picture folded(String data) {
    Picture picture = new Picture();
    picture.apply(Records.record(0, Records.ACTIVITIES, "act_1", 1, "activity-imported", data));
    picture.publish(0);
    return picture;
  }
}
