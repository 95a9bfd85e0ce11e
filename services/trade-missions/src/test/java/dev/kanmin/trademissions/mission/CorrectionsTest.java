package dev.kanmin.trademissions.mission;

import static dev.kanmin.trademissions.mission.Samples.JANUARY;
import static dev.kanmin.trademissions.mission.Samples.WHY;
import static dev.kanmin.trademissions.mission.Samples.apply;
import static dev.kanmin.trademissions.mission.Samples.open;
import static dev.kanmin.trademissions.mission.Samples.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.codes.Money;
import dev.kanmin.events.wire.Card;
import dev.kanmin.trademissions.mission.MissionCommand.*;
import dev.kanmin.trademissions.mission.MissionEvent.*;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was announced is put right, and what is over is entered afterwards. */
class CorrectionsTest {
  private static final MissionPlan OUTWARD = plan("outward-endoscopy");
  private static final LocalizedText TITLE = LocalizedText.of("【サンプル】新しい件名", "[Sample] New title");
  private static final Instant A_YEAR_LATER = Instant.parse("2028-02-01T00:00:00Z");
  private static final RecordPast PAST =
      new RecordPast(OUTWARD, Optional.of(12), Optional.of(new MissionReport(WHY, List.of())));

  @Test
  void title_fields_venue_capacity_and_fee_can_be_put_right() {
    var amended =
        Given.mission(open(20))
            .given(
                new Amend(
                    Optional.of(TITLE),
                    List.of(Field.of("endoscopy")),
                    List.of(new VenueOfStop(1, "Sample Hall")),
                    Optional.of(25),
                    Optional.of(Money.of("120000", "JPY")),
                    Optional.of(WHY)))
            .state();

    assertThat(amended.plan().title()).isEqualTo(TITLE);
    assertThat(amended.plan().fields()).containsExactly(Field.of("endoscopy"));
    assertThat(amended.plan().stops().getFirst().venue()).contains("Sample Hall");
    assertThat(amended.plan().capacity()).contains(25);
    assertThat(amended.amendments())
        .containsExactly(new Amendment(List.of(MissionPart.values()), Optional.of(WHY)));
    assertThat(amended.state()).isEqualTo(MissionState.OPEN);
  }

  @Test
  void what_is_left_out_stays_and_what_is_the_same_is_no_event() {
    Given.mission(open(20)).when(titled(OUTWARD.title())).thenNothing();
    assertThat(Given.mission(open(20)).given(titled(TITLE)).state().plan().stops())
        .isEqualTo(OUTWARD.stops());
  }

  @Test
  void applicants_see_what_changed_since_they_applied() {
    var mission =
        Given.mission(open(20))
            .given(apply("app_a", 1), titled(TITLE), apply("app_b", 2), places(30))
            .state();

    assertThat(mission.find("app_a").amendmentsSince())
        .flatExtracting(Amendment::changed)
        .containsExactly(MissionPart.TITLE, MissionPart.CAPACITY);
    assertThat(mission.find("app_b").amendmentsSince())
        .flatExtracting(Amendment::changed)
        .containsExactly(MissionPart.CAPACITY);
  }

  @Test
  void there_are_never_fewer_places_than_are_taken() {
    var selected =
        Given.mission(open(2))
            .given(apply("app_a", 1), apply("app_b", 2), new StartSelection())
            .given(new Select("app_a"), new Select("app_b"));

    selected.when(places(1)).thenRefusedBy(MissionRules.PLACES_TAKEN, "/capacity");
  }

  @Test
  void more_places_go_to_the_waitlist_at_once() {
    var selected =
        Given.mission(open(1))
            .given(apply("app_a", 1), apply("app_b", 2), new StartSelection())
            .given(new Select("app_a"), new Waitlist("app_b"))
            .at(JANUARY)
            .given(new FinishSelection());

    assertThat(selected.when(places(2)).events())
        .hasExactlyElementsOfTypes(MissionAmended.class, PlaceOffered.class);
  }

  @Test
  void a_draft_is_revised_and_what_has_begun_stays_as_it_was_announced() {
    Given.mission(new Draft(OUTWARD))
        .when(titled(TITLE))
        .thenRefusedBy(MissionRules.NOT_IN_THIS_STATE);
    Given.mission(open(20))
        .given(new Cancel(WHY))
        .when(titled(TITLE))
        .thenRefusedBy(MissionRules.NOT_IN_THIS_STATE);
  }

  @Test
  void a_stop_that_is_not_there_has_no_venue() {
    Given.mission(open(20))
        .when(
            new Amend(
                Optional.empty(),
                List.of(),
                List.of(new VenueOfStop(9, "Sample Hall")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()))
        .thenRefusedBy(MissionRules.NO_SUCH_STOP, "/venues/0/stop");
  }

  @Test
  void a_past_mission_is_reported_at_once_and_marked() {
    var past = Given.nothing().at(A_YEAR_LATER).given(PAST).state();

    assertThat(past.state()).isEqualTo(MissionState.REPORTED);
    assertThat(past.past()).contains(new PastMission(Optional.of(12)));
    Card card = MissionCard.of(past).orElseThrow();
    assertThat(card.facets()).contains(entry("record-origins", List.of("entered-as-history")));
    assertThat(card.figures())
        .extracting(Card.Figure::what)
        .containsExactlyInAnyOrder("places", "participants");
    assertThat(card.dates()).extracting(Card.Due::what).containsExactly("began", "ended");
  }

  @Test
  void what_is_not_over_is_no_past_mission() {
    Given.nothing().when(PAST).thenRefusedBy(MissionRules.NOT_OVER_YET, "/plan/stops");
    // the last day is 12 February in Viet Nam or Thailand
    Given.nothing()
        .at(Instant.parse("2027-02-12T10:00:00Z"))
        .when(PAST)
        .thenRefusedBy(MissionRules.NOT_OVER_YET, "/plan/stops");
  }

  private static Amend titled(LocalizedText title) {
    return new Amend(
        Optional.of(title),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Amend places(int capacity) {
    return new Amend(
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.of(capacity),
        Optional.empty(),
        Optional.empty());
  }
}
