package dev.kanmin.gateway.picture;

import static dev.kanmin.gateway.picture.Records.activity;
import static dev.kanmin.gateway.picture.Records.announced;
import static dev.kanmin.gateway.picture.Records.country;
import static dev.kanmin.gateway.picture.Records.facts;
import static dev.kanmin.gateway.picture.Records.field;
import static dev.kanmin.gateway.picture.Records.mission;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What operators read about an event that is not what its producer promised. */
class UnreadableEventsTest {
  private static final String GOOD =
      facts(country("VN", "100"), field("endoscopy", "60"), "1000.50");

  @Test
  void a_part_of_another_kind_is_named() {
    assertThat(reason(GOOD.replace("\"percentage\": 100", "\"percentage\": \"much\"")))
        .isEqualTo("/activity/countries/0/percentage is not a number");
    assertThat(reason(GOOD.replace("\"owner\": \"jica\"", "\"owner\": {\"code\": \"jica\"}")))
        .isEqualTo("/activity/owner is not a text");
    assertThat(reason(GOOD.replace("\"title\": {\"en\": \"Hospital\"}", "\"title\": \"Hospital\"")))
        .isEqualTo("/activity/title is not an object");
    assertThat(reason(GOOD.replace("\"budgets\": []", "\"budgets\": \"none\"")))
        .isEqualTo("/activity/money/budgets is not a list");
    assertThat(reason(GOOD.replace("\"status\":", "\"nextDate\": \"2027-02-30\", \"status\":")))
        .isEqualTo("/activity/nextDate is not a date");
  }

  @Test
  void a_promised_part_that_is_missing_is_named() {
    assertThat(reason(GOOD.replace("\"owner\"", "\"owners\""))).isEqualTo("/activity has no owner");
    assertThat(
            reason(
                GOOD.replace("\"iatiIdentifier\": \"XM-DAC-701-8-1\"", "\"iatiIdentifier\": null")))
        .isEqualTo("/activity has no iatiIdentifier");
    assertThat(reason(GOOD.replace("\"currency\"", "\"unit\"")))
        .isEqualTo("/activity/money/commitments/0 has no currency");
    assertThat(reason("{}")).isEqualTo("the event has no activity");
  }

  @Test
  void what_is_no_document_is_told() {
    assertThat(reason("[]")).isEqualTo("the event is not an object");
    assertThat(reason("")).isEqualTo("the event is not an object");
    assertThat(reason(GOOD + "{}")).isEqualTo("there is something behind the end");
    assertThat(reason(GOOD.substring(0, GOOD.length() - 1))).contains("end-of-input");
    assertThat(reason("[".repeat(100_000))).isEqualTo("the event is not an object");
    assertThat(reason("{\"x\":" + "[".repeat(100_000))).contains("nesting depth");
  }

  @Test
  void parts_that_nobody_reads_and_optional_ones_that_are_null_do_no_harm() {
    Picture picture = new Picture();

    picture.apply(
        activity(
            0,
            "act_1",
            1,
            "activity-imported",
            GOOD.replace(
                "\"status\": \"implementation\"",
                "\"status\": null, \"nextDate\": null, \"later\": {\"deep\": [[{\"a\": 1}], null]}")));
    picture.publish(0);

    assertThat(picture.snapshot().leftOut().unreadable()).isZero();
    assertThat(picture.row(Records.ACTIVITIES, "act_1"))
        .get()
        .isInstanceOfSatisfying(
            ActivityRow.class,
            row -> {
              assertThat(row.status()).isEmpty();
              assertThat(row.title()).containsEntry("en", "Hospital");
            });
  }

  @Test
  void a_mission_is_read_whole() {
    Picture picture = new Picture();

    picture.apply(
        mission(0, "msn_1", 1, "mission-announced", announced("\"VN\"", "\"endoscopy\"")));
    picture.publish(0);

    assertThat(picture.row(Records.MISSIONS, "msn_1"))
        .get()
        .isInstanceOfSatisfying(
            MissionRow.class,
            row -> {
              assertThat(row.from()).hasToString("Optional[2027-02-08]");
              assertThat(row.to()).hasToString("Optional[2027-02-12]");
              assertThat(row.deadline()).hasToString("Optional[2026-12-18T08:00:00Z]");
              assertThat(row.responsible())
                  .extracting(Row.Responsible::agency)
                  .containsExactly("jetro", "jica");
              assertThat(row.responsible().getFirst().office()).contains("jetro-hanoi");
            });
  }

  /** Why the picture leaves the activity out, without the name of the type in front. */
  private static String reason(String data) {
    Picture picture = new Picture();
    picture.apply(activity(0, "act_1", 1, "activity-imported", data));
    picture.publish(0);
    String prefix =
        "/oda-linkage/act_1: dev.kanmin.oda-linkage.activity-imported.v1 cannot be read: ";
    assertThat(picture.snapshot().leftOut().unreadableSubjects()).hasSize(1);
    String reason = picture.snapshot().leftOut().unreadableSubjects().getFirst();
    assertThat(reason).startsWith(prefix);
    return reason.substring(prefix.length());
  }
}
