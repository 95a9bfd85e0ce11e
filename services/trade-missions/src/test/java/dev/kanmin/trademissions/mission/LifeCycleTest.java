package dev.kanmin.trademissions.mission;

import static dev.kanmin.trademissions.mission.Samples.DEADLINE;
import static dev.kanmin.trademissions.mission.Samples.FIRST_DAY;
import static dev.kanmin.trademissions.mission.Samples.JANUARY;
import static dev.kanmin.trademissions.mission.Samples.JETRO;
import static dev.kanmin.trademissions.mission.Samples.JICA;
import static dev.kanmin.trademissions.mission.Samples.METI;
import static dev.kanmin.trademissions.mission.Samples.OCTOBER;
import static dev.kanmin.trademissions.mission.Samples.WHY;
import static dev.kanmin.trademissions.mission.Samples.apply;
import static dev.kanmin.trademissions.mission.Samples.open;
import static dev.kanmin.trademissions.mission.Samples.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.events.Rule;
import dev.kanmin.trademissions.mission.MissionCommand.*;
import dev.kanmin.trademissions.mission.MissionEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LifeCycleTest {
  private static final MissionPlan OUTWARD = plan("outward-endoscopy");
  private static final MissionPlan DIALOGUE = plan("policy-dialogue");
  private static final MissionPlan INVITATION = plan("buyer-invitation");
  private static final Draft DRAFT = new Draft(JETRO, OUTWARD);
  private static final Announce ANNOUNCE = new Announce(JETRO, OCTOBER);
  private static final Deadline LATER =
      new Deadline(Instant.parse("2027-01-08T08:00:00Z"), ZoneId.of("Asia/Tokyo"));
  private static final Stop IN_MARCH =
      new Stop(
          CountryCode.of("VN"),
          "Hà Nội",
          Optional.empty(),
          LocalDate.parse("2027-03-08"),
          LocalDate.parse("2027-03-09"),
          ZoneId.of("Asia/Ho_Chi_Minh"));

  @Test
  void a_draft_belongs_to_the_agency_that_wrote_it() {
    Given.nothing()
        .when(DRAFT)
        .then(new MissionDrafted(MissionState.DRAFT, Optional.of(JETRO), Optional.of(OUTWARD)));
  }

  @Test
  void a_mission_is_drafted_once() {
    Given.mission(DRAFT).when(DRAFT).thenRefusedBy(MissionRules.ALREADY_DRAFTED);
  }

  @Test
  void a_draft_of_others_looks_as_if_it_did_not_exist() {
    Given.mission(DRAFT)
        .when(new Announce(METI, OCTOBER))
        .thenRefusedBy(MissionRules.NO_SUCH_MISSION);
  }

  @Test
  void a_supporter_acts_for_the_organiser() {
    assertThat(Given.mission(DRAFT).when(new Announce(JICA, OCTOBER)).events()).hasSize(1);
  }

  @Test
  void others_may_see_an_announced_mission_and_not_touch_it() {
    Given.mission(DRAFT, ANNOUNCE)
        .when(new Open(METI, OCTOBER))
        .thenRefusedBy(MissionRules.NOT_YOUR_MISSION);
  }

  @Test
  void a_revision_with_nothing_new_is_no_event() {
    Given.mission(DRAFT).when(new Revise(JICA, OUTWARD)).thenNothing();
    Given.mission(DRAFT)
        .when(new Revise(JICA, DIALOGUE))
        .then(new DraftRevised(Optional.of(DIALOGUE)));
  }

  @Test
  void what_was_announced_is_not_revised_any_more() {
    Given.mission(DRAFT, ANNOUNCE)
        .when(new Revise(JETRO, OUTWARD))
        .thenRefusedBy(MissionRules.NOT_IN_THIS_STATE);
  }

  @Test
  void an_announcement_carries_all_that_others_need_to_know() {
    var announced = (MissionAnnounced) Given.mission(DRAFT).when(ANNOUNCE).events().getFirst();
    assertThat(announced.countries()).extracting(CountryCode::code).containsExactly("VN", "TH");
    assertThat(announced.period())
        .isEqualTo(new Period(LocalDate.parse("2027-02-08"), LocalDate.parse("2027-02-12")));
    assertThat(announced.deadline()).map(Deadline::at).contains(DEADLINE);
    assertThat(announced.state()).isEqualTo(MissionState.ANNOUNCED);
  }

  @Test
  void a_mission_to_japan_is_about_the_countries_it_names() {
    var announced =
        (MissionAnnounced)
            Given.mission(new Draft(JETRO, INVITATION)).when(ANNOUNCE).events().getFirst();
    assertThat(announced.countries()).extracting(CountryCode::code).containsExactly("ID", "MY");
    assertThat(announced.stops()).extracting(Stop::country).containsOnly(MissionPlan.JAPAN);
  }

  @Test
  void an_unfinished_draft_is_not_announced() {
    MissionPlan idea =
        plan("outward-endoscopy", json -> json.remove(List.of("stops", "fields", "office")));
    Given.mission(new Draft(JETRO, idea))
        .when(ANNOUNCE)
        .thenRefusedBy(MissionRules.NOT_READY_TO_ANNOUNCE);
  }

  @Test
  void a_mission_that_should_have_begun_yesterday_is_not_announced() {
    // 17:00 on the 8th in UTC is the 9th in Hanoi
    Given.mission(DRAFT)
        .when(new Announce(JETRO, Instant.parse("2027-02-08T16:59:59Z")))
        .then(Given.mission(DRAFT).when(ANNOUNCE).events().toArray(MissionEvent[]::new));
    Given.mission(DRAFT)
        .when(new Announce(JETRO, Instant.parse("2027-02-08T17:00:00Z")))
        .thenRefusedBy(MissionRules.DATES_IN_THE_PAST);
  }

  @Test
  void a_mission_without_places_or_deadline_is_not_opened() {
    MissionPlan vague =
        plan("outward-endoscopy", json -> json.remove(List.of("capacity", "deadline")));
    Given.mission(new Draft(JETRO, vague), ANNOUNCE)
        .when(new Open(JETRO, OCTOBER))
        .thenRefusedBy(MissionRules.NOT_READY_TO_OPEN);
  }

  @Test
  void a_mission_is_not_opened_after_its_deadline() {
    Given.mission(DRAFT, ANNOUNCE)
        .when(new Open(JETRO, JANUARY))
        .thenRefusedBy(MissionRules.APPLICATION_DEADLINE_PASSED);
  }

  @Test
  void a_policy_dialogue_is_never_opened_but_started_once_announced() {
    Given announced = Given.mission(new Draft(JETRO, DIALOGUE), ANNOUNCE);
    announced.when(new Open(JETRO, OCTOBER)).thenRefusedBy(MissionRules.KIND_TAKES_NO_APPLICATIONS);
    announced.when(new Start(JETRO, FIRST_DAY)).then(new MissionStarted(MissionState.UNDERWAY));
  }

  @Test
  void a_deadline_moves_to_later_only() {
    Given open = Given.mission(open(5));
    open.when(new ExtendDeadline(JETRO, LATER, JANUARY.minusSeconds(86_400 * 5)))
        .then(new DeadlineExtended(LATER));
    open.and(new ExtendDeadline(JETRO, LATER, OCTOBER))
        .when(new ExtendDeadline(JETRO, new Deadline(DEADLINE, LATER.zone()), OCTOBER))
        .thenRefusedBy(MissionRules.DEADLINE_NOT_LATER, "/deadline/at");
    open.when(new ExtendDeadline(JETRO, LATER, LATER.at()))
        .thenRefusedBy(MissionRules.DEADLINE_NOT_LATER, "/deadline/at");
  }

  @Test
  void a_deadline_is_never_after_the_mission_begins() {
    Given.mission(open(5))
        .when(new ExtendDeadline(JETRO, new Deadline(FIRST_DAY, LATER.zone()), OCTOBER))
        .thenRefusedBy(PlanRules.DEADLINE_AFTER_BEGIN, "/deadline/at");
  }

  @Test
  void a_mission_does_not_start_before_its_first_day() {
    Given selected =
        Given.mission(open(5)).and(new StartSelection(JETRO), new FinishSelection(JETRO, JANUARY));
    // midnight of the 8th in Hanoi
    selected
        .when(new Start(JETRO, Instant.parse("2027-02-07T16:59:59Z")))
        .thenRefusedBy(MissionRules.NOT_BEGUN_YET);
    selected
        .when(new Start(JETRO, Instant.parse("2027-02-07T17:00:00Z")))
        .then(new MissionStarted(MissionState.UNDERWAY));
  }

  @Test
  void a_mission_with_applications_does_not_start_before_they_are_selected() {
    Given.mission(open(5))
        .when(new Start(JETRO, FIRST_DAY))
        .thenRefusedBy(MissionRules.NOT_IN_THIS_STATE);
  }

  @Test
  void a_dialogue_reports_what_was_agreed_and_an_exhibition_does_not() {
    Report report =
        new Report(WHY, List.of(new AgreedAction(WHY, WHY, Optional.of(LocalDate.MAX))));
    Given.mission(new Draft(JETRO, DIALOGUE), ANNOUNCE, new Start(JETRO, FIRST_DAY))
        .when(new GiveReport(JETRO, report))
        .then(new MissionReported(MissionState.REPORTED, Optional.of(report)));
    Given.mission(open(5))
        .and(
            new StartSelection(JETRO),
            new FinishSelection(JETRO, JANUARY),
            new Start(JETRO, FIRST_DAY))
        .when(new GiveReport(JETRO, report))
        .thenRefusedBy(PlanRules.NOT_OF_THIS_KIND, "/agreedActions");
  }

  @Test
  void a_postponed_mission_goes_on_where_it_was() {
    Given.mission(open(5))
        .and(new Postpone(JETRO, WHY))
        .when(new Resume(JETRO, List.of(), Optional.empty(), OCTOBER))
        .then(new MissionResumed(MissionState.OPEN));
  }

  @Test
  void a_postponed_mission_resumes_with_new_dates() {
    Given.mission(open(5))
        .and(new Postpone(JETRO, WHY))
        .when(new Resume(JETRO, List.of(IN_MARCH), Optional.of(LATER), LATER.at()))
        .then(
            new MissionRescheduled(
                new Period(LocalDate.parse("2027-03-08"), LocalDate.parse("2027-03-09")),
                List.of(IN_MARCH),
                Optional.of(LATER)),
            new MissionResumed(MissionState.OPEN));
  }

  @Test
  void a_postponed_mission_does_not_resume_on_dates_that_are_over() {
    Given postponed = Given.mission(open(5)).and(new Postpone(JETRO, WHY));
    postponed
        .when(new Resume(JETRO, List.of(), Optional.empty(), FIRST_DAY.plusSeconds(86_400)))
        .thenRefusedBy(MissionRules.DATES_IN_THE_PAST);
    postponed
        .when(new Resume(JETRO, List.of(IN_MARCH), Optional.empty(), JANUARY))
        .thenRefusedBy(MissionRules.APPLICATION_DEADLINE_PASSED);
  }

  @Test
  void a_closed_call_is_not_given_a_deadline_by_resuming() {
    Given.mission(open(5))
        .and(new StartSelection(JETRO), new Postpone(JETRO, WHY))
        .when(new Resume(JETRO, List.of(), Optional.of(LATER), OCTOBER))
        .thenRefusedBy(MissionRules.NOT_IN_THIS_STATE, "/deadline");
  }

  @Test
  void a_mission_is_cancelled_before_and_terminated_after_it_has_started() {
    Given announced = Given.mission(new Draft(JETRO, DIALOGUE), ANNOUNCE);
    Given underway = announced.and(new Start(JETRO, FIRST_DAY));
    announced
        .when(new Cancel(JETRO, WHY))
        .then(new MissionCancelled(MissionState.CANCELLED, Optional.of(WHY)));
    announced.when(new Terminate(JETRO, WHY)).thenRefusedBy(MissionRules.NOT_IN_THIS_STATE);
    underway
        .when(new Terminate(JETRO, WHY))
        .then(new MissionTerminated(MissionState.TERMINATED, Optional.of(WHY)));
    underway.when(new Cancel(JETRO, WHY)).thenRefusedBy(MissionRules.NOT_IN_THIS_STATE);
  }

  @Test
  void a_draft_that_was_given_up_stays_hidden() {
    Given cancelled = Given.mission(DRAFT, new Cancel(JETRO, WHY));
    assertThat(cancelled.state().isVisibleTo(METI)).isFalse();
    assertThat(cancelled.state().isVisibleTo(JICA)).isTrue();
  }

  @Test
  void asking_again_for_what_already_is_changes_nothing() {
    Given story = Given.nothing().and(DRAFT);
    List<MissionCommand> life =
        List.of(
            ANNOUNCE,
            new Open(JETRO, OCTOBER),
            new Postpone(JETRO, WHY),
            new Resume(JETRO, List.of(), Optional.empty(), OCTOBER),
            new StartSelection(JETRO),
            new FinishSelection(JETRO, JANUARY),
            new Start(JETRO, FIRST_DAY),
            new GiveReport(JETRO, new Report(WHY, List.of())));
    for (MissionCommand command : life) {
      story = story.and(command);
      if (!(command instanceof Resume)) {
        story.when(command).thenNothing();
      }
    }
    Given.mission(DRAFT, new Cancel(JETRO, WHY)).when(new Cancel(JETRO, WHY)).thenNothing();
  }

  @Test
  void nobody_applies_to_what_is_not_open() {
    Given.mission(DRAFT, ANNOUNCE)
        .when(apply("app_a", 1))
        .thenRefusedBy(MissionRules.NOT_IN_THIS_STATE);
  }

  @Test
  void every_state_and_rule_is_known_by_its_code() {
    assertThat(Arrays.stream(MissionState.values()).map(MissionState::code))
        .containsExactlyInAnyOrderElementsOf(
            CodeLists.list(CodeLists.MISSION_STATES).currentCodes());
    assertThat(Arrays.stream(ApplicationState.values()).map(ApplicationState::code))
        .containsExactlyInAnyOrderElementsOf(
            CodeLists.list(CodeLists.APPLICATION_STATES).currentCodes());
    assertThat(Arrays.stream(OfferState.values()).map(OfferState::code))
        .containsExactlyInAnyOrderElementsOf(CodeLists.list(CodeLists.OFFER_STATES).currentCodes());
    assertThat(Stream.concat(MissionRules.ALL.stream(), PlanRules.ALL.stream()).map(Rule::code))
        .doesNotHaveDuplicates();
  }
}
