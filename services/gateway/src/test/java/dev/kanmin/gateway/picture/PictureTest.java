package dev.kanmin.gateway.picture;

import static dev.kanmin.gateway.picture.Cards.share;
import static dev.kanmin.gateway.picture.Cards.shares;
import static dev.kanmin.gateway.picture.Records.activity;
import static dev.kanmin.gateway.picture.Records.mission;
import static dev.kanmin.gateway.picture.Records.withoutCard;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.wire.Card.Figure;
import dev.kanmin.events.wire.Card.Share;
import dev.kanmin.events.wire.CardMaker;
import dev.kanmin.gateway.feed.FeedRecord;
import dev.kanmin.gateway.picture.CellTotals.KindCount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PictureTest {
  private static final FigureSlot COMMITTED_YEN = new FigureSlot("commitment", "JPY");
  private static final FigureSlot PLACES = new FigureSlot("places", "");

  private final Picture picture = new Picture();

  @Test
  void a_subject_is_counted_in_each_of_its_cells_and_once_in_each_sum() {
    fold(
        mission(
            0,
            "msn_1",
            1,
            "mission-announced",
            Cards.mission("announced", List.of("VN", "TH"), List.of("endoscopy", "telemedicine"))));

    for (CellKey key :
        List.of(
            new CellKey("VN", "endoscopy"),
            new CellKey("TH", "telemedicine"),
            CellKey.ofCountry("VN"),
            CellKey.ofField("endoscopy"),
            CellKey.EVERYTHING)) {
      assertThat(totals(key).kinds()).containsExactly(new KindCount("mission", 1, 0));
    }
  }

  @Test
  void what_has_ended_is_counted_apart_as_the_list_of_its_states_says() {
    fold(
        mission(0, "msn_1", 1, "mission-reported", Cards.mission("reported")),
        mission(1, "msn_2", 1, "mission-opened", Cards.mission("open")),
        mission(2, "msn_3", 1, "mission-painted", Cards.mission("a-state-new-to-this-node")));

    assertThat(totals("VN", "endoscopy").kinds()).containsExactly(new KindCount("mission", 2, 1));
    assertThat(totals("VN", "endoscopy").live()).isEqualTo(2);
  }

  @Test
  void money_is_split_by_the_percentages_of_country_and_field() {
    fold(
        activity(
            0,
            "act_1",
            1,
            "activity-imported",
            Cards.activity(
                shares(share("AF", "25"), share("VN", "75")),
                shares(share("endoscopy", "60"), share("telemedicine", "12.5")),
                "1000")));

    assertThat(yen("AF", "endoscopy")).isEqualByComparingTo("150");
    assertThat(yen("AF", "telemedicine")).isEqualByComparingTo("31.25");
    assertThat(yen("AF", CellKey.ALL)).isEqualByComparingTo("250");
    assertThat(yen(CellKey.ALL, "endoscopy")).isEqualByComparingTo("600");
    assertThat(yen(CellKey.ALL, CellKey.ALL)).isEqualByComparingTo("1000");
    assertThat(totals("AF", CellKey.ALL).kinds()).containsExactly(new KindCount("activity", 1, 0));
    assertThat(totals("AF", "endoscopy").overlapping()).isZero();
  }

  @Test
  void a_missing_percentage_is_not_guessed_and_said() {
    fold(
        activity(
            0,
            "act_1",
            1,
            "activity-imported",
            Cards.activity(shares(share("VN", "100")), shares(Share.of("endoscopy")), "1000")));

    assertThat(totals("VN", "endoscopy").figures()).isEmpty();
    assertThat(totals("VN", "endoscopy").undivided()).isEqualTo(1);
    assertThat(yen("VN", CellKey.ALL)).isEqualByComparingTo("1000");
    assertThat(totals("VN", CellKey.ALL).undivided()).isZero();
  }

  @Test
  void a_subject_without_field_is_unclassified_with_all_of_its_money() {
    fold(
        activity(
            0,
            "act_1",
            1,
            "activity-imported",
            Cards.activity(shares(share("VN", "40")), List.of(), "1000")));

    assertThat(totals("VN", "unclassified").live()).isEqualTo(1);
    assertThat(yen("VN", "unclassified")).isEqualByComparingTo("400");
  }

  @Test
  void money_that_is_shown_in_more_than_one_field_is_said() {
    fold(
        activity(
            0,
            "act_1",
            1,
            "activity-imported",
            Cards.activity(
                shares(share("VN", "100")),
                shares(share("endoscopy", "100"), share("telemedicine", "60")),
                "1000")));

    assertThat(totals("VN", "endoscopy").overlapping()).isEqualTo(1);
    assertThat(totals("VN", "telemedicine").overlapping()).isEqualTo(1);
    assertThat(yen("VN", CellKey.ALL)).isEqualByComparingTo("1000");
    assertThat(totals("VN", CellKey.ALL).overlapping()).isZero();
  }

  @Test
  void a_figure_that_is_not_split_counts_as_a_whole_in_each_cell_and_once_in_each_sum() {
    fold(
        mission(
            0,
            "msn_1",
            1,
            "mission-announced",
            Cards.mission("announced", List.of("VN", "TH"), List.of("endoscopy"))));

    assertThat(totals("VN", "endoscopy").figures()).containsEntry(PLACES, BigDecimal.valueOf(20));
    assertThat(totals("VN", CellKey.ALL).figures()).containsEntry(PLACES, BigDecimal.valueOf(20));
    assertThat(totals(CellKey.ALL, CellKey.ALL).figures())
        .containsEntry(PLACES, BigDecimal.valueOf(20));
    assertThat(totals("VN", "endoscopy").undivided()).isZero();
  }

  @Test
  void a_figure_with_a_place_of_its_own_goes_there_as_a_whole_and_the_subject_with_it() {
    fold(
        activity(
            0,
            "act_1",
            1,
            "activity-imported",
            Cards.activity(shares(share("VN", "100")), shares(share("endoscopy", "50")), "1000")
                .figure(
                    Figure.money("commitment", BigDecimal.TEN, "JPY")
                        .in(shares(Share.of("LA")), List.of()))));

    assertThat(yen("VN", "endoscopy")).isEqualByComparingTo("500");
    assertThat(yen("LA", "endoscopy")).isEqualByComparingTo("5");
    assertThat(yen("LA", CellKey.ALL)).isEqualByComparingTo("10");
    assertThat(yen(CellKey.ALL, CellKey.ALL)).isEqualByComparingTo("1010");
    assertThat(totals("LA", "endoscopy").live()).isEqualTo(1);
    assertThat(totals(CellKey.ALL, "endoscopy").live()).isEqualTo(1);
    assertThat(cell("LA", "endoscopy").placed().getFirst().figures().get(COMMITTED_YEN))
        .isEqualByComparingTo("5");
  }

  @Test
  void what_does_not_add_up_is_in_no_sum() {
    fold(
        mission(
            0,
            "msn_1",
            1,
            "mission-announced",
            Cards.mission("announced").figure(Figure.count("a-score-unheard-of", 7))));

    assertThat(totals("VN", "endoscopy").figures()).containsOnlyKeys(PLACES);
  }

  @Test
  void a_published_picture_stays_as_it_is_whatever_comes_later() {
    fold(activity(0, "act_1", 1, "activity-imported", unclassified("1000")));
    PictureSnapshot earlier = picture.snapshot();
    CellSnapshot cell = cell("VN", "unclassified");
    fold(
        activity(1, "act_1", 2, "activity-revised", unclassified("2000")),
        activity(2, "act_2", 1, "activity-imported", unclassified("5")));

    assertThat(earlier.cell(new CellKey("VN", "unclassified"))).contains(cell);
    assertThat(cell.totals().figures().get(COMMITTED_YEN)).isEqualByComparingTo("1000");
    assertThat(cell.placed()).hasSize(1);
    assertThat(cell.placed().getFirst().row().position()).isZero();
    assertThat(yen("VN", "unclassified")).isEqualByComparingTo("2005");
  }

  @Test
  void what_is_not_published_yet_is_seen_by_nobody() {
    picture.apply(mission(0, "msn_1", 1, "mission-announced", Cards.mission("announced")));

    assertThat(picture.row(Records.MISSIONS, "msn_1")).isEmpty();
    assertThat(picture.contains(Records.MISSIONS, "msn_1", 1)).isFalse();
    picture.publish(0);
    assertThat(picture.row(Records.MISSIONS, "msn_1")).isPresent();
    assertThat(picture.contains(Records.MISSIONS, "msn_1", 1)).isTrue();
    assertThat(picture.contains(Records.MISSIONS, "msn_1", 2)).isFalse();
  }

  @Test
  void what_moves_to_other_cells_leaves_nothing_behind() {
    fold(
        activity(
            0,
            "act_1",
            1,
            "activity-imported",
            Cards.activity(shares(share("VN", "100")), shares(share("endoscopy", "33.3")), "0.1")),
        activity(
            1,
            "act_1",
            2,
            "fields-overridden",
            Cards.activity(shares(share("TH", "100")), shares(share("telemedicine", "100")), "7")));

    assertThat(totals("VN", "endoscopy")).isEqualTo(new CellTotals(List.of(), sorted(), 0, 0));
    assertThat(cell("VN", "endoscopy").version()).isEqualTo(1);
    assertThat(yen("TH", "telemedicine")).isEqualByComparingTo("7");
  }

  @Test
  void an_event_changes_the_version_of_the_cells_of_its_subject_only() {
    fold(
        mission(0, "msn_1", 1, "mission-announced", Cards.mission("announced")),
        mission(
            1,
            "msn_2",
            1,
            "mission-announced",
            Cards.mission("announced", List.of("TH"), List.of("endoscopy"))),
        mission(2, "msn_1", 2, "mission-opened", Cards.mission("open"), "announced"));

    assertThat(cell("VN", "endoscopy").version()).isEqualTo(2);
    assertThat(cell("TH", "endoscopy").version()).isEqualTo(1);
    assertThat(cell(CellKey.ALL, "endoscopy").version()).isEqualTo(2);
    Row row = cell("VN", "endoscopy").rows().getFirst();
    assertThat(row.card().state()).isEqualTo("open");
    assertThat(row.last().from()).contains("announced");
  }

  @Test
  void a_link_changes_the_cells_of_the_subject_that_it_leads_to() {
    fold(mission(0, "msn_1", 1, "mission-announced", Cards.mission("announced")));
    fold(
        activity(
            1, "act_1", 1, "activity-registered", unclassified("1").link("arises-from", "msn_1")));

    assertThat(cell("VN", "endoscopy").version()).isEqualTo(1);
    assertThat(picture.pointingTo("msn_1")).extracting(Row::subject).containsExactly("act_1");
    assertThat(picture.pointingTo("XM-DAC-701-8-1")).isEmpty();

    fold(activity(2, "act_1", 2, "activity-revised", unclassified("1")));
    assertThat(cell("VN", "endoscopy").version()).isEqualTo(2);
    assertThat(picture.pointingTo("msn_1")).isEmpty();
  }

  @Test
  void an_event_without_a_card_takes_its_subject_out_of_sight() {
    fold(withoutCard(0, "msn_1", 1, "mission-drafted"));
    assertThat(picture.snapshot().cells()).isEmpty();
    assertThat(picture.snapshot().leftOut().notPublic()).isEqualTo(1);

    fold(mission(1, "msn_1", 2, "mission-announced", Cards.mission("announced")));
    assertThat(picture.snapshot().leftOut().notPublic()).isZero();
    assertThat(totals("VN", "endoscopy").live()).isEqualTo(1);

    fold(withoutCard(2, "msn_1", 3, "mission-erased"));
    assertThat(picture.snapshot().leftOut().notPublic()).isEqualTo(1);
    assertThat(totals("VN", "endoscopy").isEmpty()).isTrue();
    assertThat(picture.row(Records.MISSIONS, "msn_1")).isEmpty();
  }

  @Test
  void a_subject_whose_last_card_cannot_be_read_leaves_the_picture_visibly_until_one_can() {
    fold(mission(0, "msn_1", 1, "mission-announced", Cards.mission("announced")));
    fold(Records.record(1, Records.MISSIONS, "msn_1", 2, "mission-opened", "{\"card\": "));

    assertThat(totals("VN", "endoscopy").isEmpty()).isTrue();
    assertThat(picture.snapshot().leftOut().unreadable()).isEqualTo(1);
    assertThat(picture.snapshot().leftOut().unreadableSubjects())
        .singleElement()
        .asString()
        .startsWith("/trade-missions/msn_1: ");
    assertThat(picture.contains(Records.MISSIONS, "msn_1", 2)).isTrue();

    fold(mission(2, "msn_1", 3, "mission-opened", Cards.mission("open")));
    assertThat(totals("VN", "endoscopy").live()).isEqualTo(1);
    assertThat(picture.snapshot().leftOut().unreadable()).isZero();
  }

  @Test
  void a_chain_is_its_head_and_whatever_it_led_to() {
    fold(
        mission(0, "msn_1", 1, "mission-announced", Cards.mission("announced")),
        Records.record(
            1,
            Records.ACTIVITIES,
            "act_1",
            1,
            "activity-registered",
            Cards.data(unclassified("1"), Cards.last("activity-registered", Records.at(1))),
            Map.of("ce_chainid", "msn_1", "ce_causationid", "/trade-missions/msn_1/1")),
        activity(2, "act_2", 1, "activity-registered", unclassified("1")));

    assertThat(picture.chain("msn_1")).extracting(Subject::id).containsExactly("msn_1", "act_1");
    assertThat(picture.chain("act_2")).extracting(Subject::id).containsExactly("act_2");
    assertThat(picture.chain("act_1")).isEmpty();
    assertThat(picture.subject("act_1").orElseThrow().trail())
        .containsExactly(
            new TrailEvent(
                1,
                Records.at(1).toEpochMilli(),
                "activity-registered",
                "jica",
                "",
                "/trade-missions/msn_1/1"));
  }

  @Test
  void of_a_long_life_the_latest_events_are_kept() {
    LongStream.rangeClosed(1, 60)
        .forEach(
            sequence ->
                picture.apply(
                    mission(
                        sequence,
                        "msn_1",
                        sequence,
                        "deadline-extended",
                        Cards.mission("open"),
                        "open")));
    picture.publish(60);

    List<TrailEvent> trail = picture.subject("msn_1").orElseThrow().trail();
    assertThat(trail)
        .extracting(TrailEvent::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(11, 60).boxed().toList());
    assertThat(trail.getLast().from()).isEqualTo("open");
  }

  @Test
  void a_card_that_is_only_told_anew_is_no_event_of_its_chain() {
    fold(mission(0, "msn_1", 1, "mission-announced", Cards.mission("announced")));
    fold(
        Records.record(
            9,
            Records.MISSIONS,
            "msn_1",
            2,
            "mission-refreshed",
            Cards.data(
                Cards.mission("announced"), Cards.last("mission-announced", Records.at(0)))));

    assertThat(picture.subject("msn_1").orElseThrow().trail()).hasSize(1);
    Row row = picture.row(Records.MISSIONS, "msn_1").orElseThrow();
    assertThat(row.position()).isEqualTo(9);
    assertThat(row.last().at()).isEqualTo(Records.at(0));
    assertThat(row.last().from()).isEqualTo(Optional.empty());
  }

  private static CardMaker unclassified(String commitment) {
    return Cards.activity(shares(share("VN", "100")), List.of(), commitment);
  }

  private static java.util.SortedMap<FigureSlot, BigDecimal> sorted() {
    return new java.util.TreeMap<>();
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

  private CellTotals totals(CellKey key) {
    return picture.snapshot().cell(key).orElseThrow().totals();
  }

  private BigDecimal yen(String country, String field) {
    return totals(country, field).figures().getOrDefault(COMMITTED_YEN, BigDecimal.ZERO);
  }
}
