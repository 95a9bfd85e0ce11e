package dev.kanmin.gateway.picture;

import static dev.kanmin.gateway.picture.Records.activity;
import static dev.kanmin.gateway.picture.Records.announced;
import static dev.kanmin.gateway.picture.Records.country;
import static dev.kanmin.gateway.picture.Records.facts;
import static dev.kanmin.gateway.picture.Records.field;
import static dev.kanmin.gateway.picture.Records.mission;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.gateway.feed.FeedRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureTest {
  private static final MoneySlot COMMITTED_YEN = new MoneySlot(MoneySlot.Kind.COMMITMENTS, "JPY");

  private final Picture picture = new Picture();

  @Test
  void a_mission_is_counted_in_each_of_its_cells_and_once_per_country() {
    fold(
        mission(
            0,
            "msn_1",
            1,
            "mission-announced",
            announced("\"VN\",\"TH\"", "\"endoscopy\",\"telemedicine\"")));

    assertThat(totals("VN", "endoscopy").missions()).isEqualTo(1);
    assertThat(totals("TH", "telemedicine").missions()).isEqualTo(1);
    assertThat(totals("VN", CellKey.ALL).missions()).isEqualTo(1);
    assertThat(totals(CellKey.ALL, "endoscopy").missions()).isEqualTo(1);
    assertThat(totals(CellKey.ALL, CellKey.ALL).missions()).isEqualTo(1);
  }

  @Test
  void money_is_split_by_the_percentages_of_country_and_field() {
    fold(
        activity(
            0,
            "act_1",
            1,
            "activity-imported",
            facts(
                country("AF", "25") + "," + country("VN", "75"),
                field("endoscopy", "60") + "," + field("telemedicine", "12.5"),
                "1000")));

    assertThat(totals("AF", "endoscopy").money().get(COMMITTED_YEN)).isEqualByComparingTo("150");
    assertThat(totals("AF", "telemedicine").money().get(COMMITTED_YEN))
        .isEqualByComparingTo("31.25");
    assertThat(totals("AF", CellKey.ALL).money().get(COMMITTED_YEN)).isEqualByComparingTo("250");
    assertThat(totals(CellKey.ALL, "endoscopy").money().get(COMMITTED_YEN))
        .isEqualByComparingTo("600");
    assertThat(totals(CellKey.ALL, CellKey.ALL).money().get(COMMITTED_YEN))
        .isEqualByComparingTo("1000");
    assertThat(totals("AF", CellKey.ALL).activities()).isEqualTo(1);
  }

  @Test
  void a_missing_percentage_is_not_guessed_and_said() {
    fold(
        activity(
            0,
            "act_1",
            1,
            "activity-imported",
            facts(country("VN", "100"), "{\"field\": \"endoscopy\"}", "1000")));

    assertThat(totals("VN", "endoscopy").money()).isEmpty();
    assertThat(totals("VN", "endoscopy").undivided()).isEqualTo(1);
    assertThat(totals("VN", CellKey.ALL).money().get(COMMITTED_YEN)).isEqualByComparingTo("1000");
    assertThat(totals("VN", CellKey.ALL).undivided()).isZero();
  }

  @Test
  void an_activity_without_field_is_unclassified_with_all_of_its_money() {
    fold(activity(0, "act_1", 1, "activity-imported", facts(country("VN", "40"), "", "1000")));

    assertThat(totals("VN", "unclassified").activities()).isEqualTo(1);
    assertThat(totals("VN", "unclassified").money().get(COMMITTED_YEN)).isEqualByComparingTo("400");
  }

  @Test
  void a_published_picture_stays_as_it_is_whatever_comes_later() {
    fold(activity(0, "act_1", 1, "activity-imported", facts(country("VN", "100"), "", "1000")));
    PictureSnapshot earlier = picture.snapshot();
    CellSnapshot cell = cell("VN", "unclassified");
    fold(
        activity(1, "act_1", 2, "activity-revised", facts(country("VN", "100"), "", "2000")),
        activity(2, "act_2", 1, "activity-imported", facts(country("VN", "100"), "", "5")));

    assertThat(earlier.cell(new CellKey("VN", "unclassified"))).contains(cell);
    assertThat(cell.totals().money().get(COMMITTED_YEN)).isEqualByComparingTo("1000");
    assertThat(cell.placed()).hasSize(1);
    assertThat(cell.placed().getFirst().row().change().position()).isZero();
    assertThat(cell.placed().getFirst().money().asMap().get(COMMITTED_YEN))
        .isEqualByComparingTo("1000");
    assertThat(cell("VN", "unclassified").placed()).hasSize(2);
  }

  @Test
  void an_activity_keeps_the_parts_that_an_event_only_repeats() {
    fold(activity(0, "act_1", 1, "activity-imported", facts(country("VN", "100"), "", "1000")));
    ActivityRow before = (ActivityRow) picture.row(Records.ACTIVITIES, "act_1").orElseThrow();
    fold(activity(1, "act_1", 2, "activity-revised", facts(country("VN", "100"), "", "2000")));
    ActivityRow after = (ActivityRow) picture.row(Records.ACTIVITIES, "act_1").orElseThrow();

    assertThat(after.title()).isSameAs(before.title());
    assertThat(after.countries()).isSameAs(before.countries());
    assertThat(after.money()).isNotEqualTo(before.money());
  }

  @Test
  void an_activity_that_moves_leaves_nothing_behind() {
    fold(
        activity(
            0,
            "act_1",
            1,
            "activity-imported",
            facts(country("VN", "100"), field("endoscopy", "100"), "1000.55")));
    fold(
        activity(
            1,
            "act_1",
            2,
            "fields-overridden",
            facts(country("TH", "100"), field("telemedicine", "100"), "7")));

    assertThat(totals("VN", "endoscopy"))
        .isEqualTo(new CellTotals(0, 0, 0, new java.util.TreeMap<>()));
    assertThat(cell("VN", "endoscopy").placed()).isEmpty();
    assertThat(cell("VN", "endoscopy").version()).isEqualTo(1);
    assertThat(totals("TH", "telemedicine").money().get(COMMITTED_YEN)).isEqualByComparingTo("7");
  }

  @Test
  void an_event_changes_the_version_of_the_cells_of_its_subject_only() {
    fold(
        mission(0, "msn_1", 1, "mission-announced", announced("\"VN\"", "\"endoscopy\"")),
        mission(1, "msn_2", 1, "mission-announced", announced("\"TH\"", "\"endoscopy\"")),
        mission(2, "msn_1", 2, "mission-opened", "{\"state\": \"open\"}"));

    assertThat(cell("VN", "endoscopy").version()).isEqualTo(2);
    assertThat(cell("TH", "endoscopy").version()).isEqualTo(1);
    assertThat(cell(CellKey.ALL, "endoscopy").version()).isEqualTo(2);
    assertThat(cell("VN", "endoscopy").placed().getFirst().row())
        .isInstanceOfSatisfying(MissionRow.class, row -> assertThat(row.state()).isEqualTo("open"));
  }

  @Test
  void a_draft_is_shown_nowhere_and_counted_as_left_out() {
    fold(mission(0, "msn_1", 1, "mission-drafted", "{\"state\": \"draft\"}"));

    assertThat(picture.snapshot().cells()).isEmpty();
    assertThat(picture.snapshot().leftOut().drafts()).isEqualTo(1);

    fold(mission(1, "msn_1", 2, "mission-announced", announced("\"VN\"", "\"endoscopy\"")));
    assertThat(picture.snapshot().leftOut().drafts()).isZero();
  }

  @Test
  void a_subject_with_an_unreadable_event_leaves_the_picture_visibly() {
    fold(mission(0, "msn_1", 1, "mission-announced", announced("\"VN\"", "\"endoscopy\"")));
    fold(mission(1, "msn_1", 2, "mission-opened", "{\"state\": "));
    fold(mission(2, "msn_1", 3, "mission-opened", "{\"state\": \"open\"}"));

    assertThat(totals("VN", "endoscopy").missions()).isZero();
    assertThat(picture.snapshot().leftOut().unreadable()).isEqualTo(1);
    assertThat(picture.snapshot().leftOut().unreadableSubjects())
        .singleElement()
        .asString()
        .startsWith("/trade-missions/msn_1: ");
    assertThat(picture.contains(Records.MISSIONS, "msn_1", 3)).isTrue();
  }

  @Test
  void a_hostile_amount_cannot_blow_up_a_sum() {
    fold(
        activity(
            0, "act_1", 1, "activity-imported", facts(country("VN", "100"), "", "1E999999999")));

    assertThat(picture.snapshot().leftOut().unreadable()).isEqualTo(1);
  }

  @Test
  void an_unknown_type_is_skipped_and_counted() {
    fold(mission(0, "msn_1", 1, "mission-painted", "{}"));

    assertThat(picture.snapshot().leftOut().unknownTypes()).isEqualTo(1);
    assertThat(picture.contains(Records.MISSIONS, "msn_1", 1)).isTrue();
  }

  @Test
  void an_event_is_contained_only_once_it_is_published() {
    picture.apply(
        mission(0, "msn_1", 1, "mission-announced", announced("\"VN\"", "\"endoscopy\"")));
    assertThat(picture.contains(Records.MISSIONS, "msn_1", 1)).isFalse();

    picture.publish(0);
    assertThat(picture.contains(Records.MISSIONS, "msn_1", 1)).isTrue();
    assertThat(picture.contains(Records.MISSIONS, "msn_1", 2)).isFalse();
  }

  private void fold(FeedRecord... records) {
    List.of(records).forEach(picture::apply);
    picture.publish(records[records.length - 1].position());
  }

  private CellSnapshot cell(String country, String field) {
    return picture.snapshot().cell(new CellKey(country, field)).orElseThrow();
  }

  private CellTotals totals(String country, String field) {
    return cell(country, field).totals();
  }
}
