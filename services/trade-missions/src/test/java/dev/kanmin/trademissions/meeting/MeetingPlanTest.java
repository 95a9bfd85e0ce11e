package dev.kanmin.trademissions.meeting;

import static dev.kanmin.trademissions.meeting.Fairs.CLINIC;
import static dev.kanmin.trademissions.meeting.Fairs.MAPLE;
import static dev.kanmin.trademissions.meeting.Fairs.MINISTRY;
import static dev.kanmin.trademissions.meeting.Fairs.OLIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.wire.Card;
import dev.kanmin.trademissions.meeting.MeetingPlanCommand.*;
import dev.kanmin.trademissions.meeting.MeetingPlanEvent.*;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MeetingPlanTest {
  private static final MeetingPair OLIVE_AND_CLINIC = new MeetingPair(OLIVE, CLINIC);

  @Test
  void only_who_organises_the_mission_prepares_its_meetings() {
    Fairs.nothing()
        .by("mej")
        .when(new Prepare(Fairs.mission(), Fairs.setUp()))
        .thenRefusedBy(MeetingRules.NOT_YOUR_PLAN);
    assertThat(
            Fairs.nothing().by("jica").when(new Prepare(Fairs.mission(), Fairs.setUp())).events())
        .hasSize(1);
  }

  @Test
  void a_request_of_the_same_side_takes_the_earlier_ones_place() {
    MeetingPlan plan =
        Fairs.requested()
            .given(new Ask(List.of(Fairs.request(OLIVE, CLINIC, RequestSide.COMPANY, 5))))
            .state();
    assertThat(plan.requests()).hasSize(4);
    assertThat(plan.requests().getFirst().priority()).isEqualTo(5);
    assertThat(plan.pairs()).isEqualTo(3);
  }

  @Test
  void requests_name_parties_of_the_set_up_and_a_priority() {
    Fairs.requested()
        .when(
            new Ask(
                List.of(
                    Fairs.request(OLIVE, CLINIC, RequestSide.COMPANY, 3),
                    Fairs.request(CLINIC, CLINIC, RequestSide.COMPANY, 3))))
        .thenRefusedBy(MeetingRules.UNKNOWN_PARTY, "/requests/1/company");
    Fairs.requested()
        .when(new Ask(List.of(Fairs.request(OLIVE, CLINIC, RequestSide.COMPANY, 6))))
        .thenRefusedBy(Checks.NUMBER_OUT_OF_RANGE, "/requests/0/priority");
  }

  @Test
  void nothing_is_searched_for_without_requests() {
    Fairs.nothing()
        .given(new Prepare(Fairs.mission(), Fairs.setUp()))
        .when(new Look("run_1", 30, false))
        .thenRefusedBy(MeetingRules.NOTHING_TO_PLAN);
  }

  @Test
  void while_it_is_searched_for_nothing_else_changes() {
    Fairs.searching().when(Fairs.asked()).thenRefusedBy(MeetingRules.NOT_IN_THIS_STATE);
  }

  @Test
  void a_search_is_told_to_stop_once_and_its_plan_is_taken_once() {
    Fairs.searching().when(new StopSearch()).then(new MeetingSearchStopped());
    Fairs.searching().given(new StopSearch()).when(new StopSearch()).thenNothing();
    Fairs.searching().when(new TakePlan("run_0", List.of(), Fairs.QUALITY)).thenNothing();
    assertThat(Fairs.planned().state().meetings()).hasSize(2);
    assertThat(Fairs.planned().state().search()).isEmpty();
  }

  @Test
  void a_meeting_is_pinned_elsewhere_and_what_is_in_its_way_is_gone() {
    MeetingPlan plan =
        Fairs.planned()
            .given(
                new Pin(
                    MAPLE,
                    MINISTRY,
                    Optional.of(Fairs.HALF_PAST_NINE),
                    Optional.of("desk-1"),
                    Optional.of("ip-1")))
            .state();
    assertThat(plan.meetings()).extracting(Meeting::company).containsExactly(OLIVE, MAPLE);
    assertThat(plan.meetings().getLast().pinned()).isTrue();
  }

  @Test
  void a_pin_obeys_the_hard_constraints() {
    Fairs.planned()
        .when(
            new Pin(
                MAPLE, MINISTRY, Optional.of(Fairs.NINE), Optional.of("desk-1"), Optional.empty()))
        .thenRefusedBy(MeetingRules.CANNOT_MEET_THERE, "/slot");
    Fairs.planned()
        .when(pin(MAPLE, CLINIC, "2027-02-08T11:00"))
        .thenRefusedBy(MeetingRules.UNKNOWN_SLOT, "/slot");
    Fairs.planned()
        .given(pin(OLIVE, CLINIC, Fairs.NINE))
        .when(pin(MAPLE, CLINIC, Fairs.NINE))
        .thenRefusedBy(MeetingRules.PIN_IN_THE_WAY);
    Fairs.planned()
        .when(
            new Pin(
                MAPLE,
                MINISTRY,
                Optional.of("2027-02-09T09:00"),
                Optional.of("desk-3"),
                Optional.empty()))
        .thenRefusedBy(MeetingRules.CANNOT_MEET_THERE, "/table");
  }

  private static Pin pin(String company, String counterpart, String slot) {
    return new Pin(company, counterpart, Optional.of(slot), Optional.empty(), Optional.empty());
  }

  @Test
  void a_plan_with_somebody_who_does_not_come_is_not_published() {
    Fairs.planned()
        .given(new NoteNoShow(CLINIC, Optional.empty(), Optional.empty()))
        .when(new Publish())
        .thenRefusedBy(MeetingRules.PARTY_ABSENT);
  }

  @Test
  void what_became_of_a_meeting_is_noted_after_its_beginning() {
    NoteAttendance held =
        new NoteAttendance(OLIVE, CLINIC, Attendance.HELD, Optional.of("[Sample] Good."));
    Fairs.planned().given(new Publish()).when(held).thenRefusedBy(MeetingRules.NOT_BEGUN);
    var after = Fairs.planned().given(new Publish()).at(Fairs.AFTER).given(held);
    assertThat(after.state().held()).isEqualTo(1);
    after.when(held).thenNothing();
    after.when(new Close()).thenRefusedBy(MeetingRules.ATTENDANCE_MISSING);
  }

  @Test
  void a_set_up_keeps_who_asked() {
    MeetingSetUp without =
        new MeetingSetUp(
            Fairs.setUp().zone(),
            30,
            Optional.empty(),
            Fairs.setUp().days(),
            Fairs.setUp().tables(),
            List.of(),
            Fairs.setUp().companies(),
            List.of());
    Fairs.requested().when(new SetUp(without)).thenRefusedBy(MeetingRules.STILL_NEEDED);
  }

  @Test
  void nothing_is_public_before_it_is_published_and_then_figures_are() {
    assertThat(Fairs.planned().card()).isEmpty();
    Card card = Fairs.planned().given(new Publish()).card().orElseThrow();
    assertThat(card.figures())
        .extracting(Card.Figure::what)
        .containsExactly("meetings-requested", "meetings-planned", "meetings-held");
    assertThat(card.dates().stream().map(Card.Due::what).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder("begins", "ends");
  }

  @Test
  void why_a_request_is_not_met_is_told_with_what_would_have_to_give_way() {
    MeetingPlan plan = Fairs.planned().state();
    List<RequestView> views = RequestView.of(plan, new TimetableMaker(plan, Fairs.BEFORE));
    RequestView unmet = views.getLast();
    assertThat(unmet.meeting()).isEmpty();
    assertThat(unmet.unmet().orElseThrow().reason()).isEqualTo(UnmetReason.NOT_TRIED_YET);
    assertThat(views.getFirst().meeting().orElseThrow().pair()).isEqualTo(OLIVE_AND_CLINIC);
  }
}
