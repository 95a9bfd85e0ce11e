package dev.kanmin.trademissions.mission;

import static dev.kanmin.trademissions.mission.Samples.AFTER_THE_DEADLINE;
import static dev.kanmin.trademissions.mission.Samples.DEADLINE;
import static dev.kanmin.trademissions.mission.Samples.FIRST_DAY;
import static dev.kanmin.trademissions.mission.Samples.FULL;
import static dev.kanmin.trademissions.mission.Samples.JANUARY;
import static dev.kanmin.trademissions.mission.Samples.JETRO;
import static dev.kanmin.trademissions.mission.Samples.JICA;
import static dev.kanmin.trademissions.mission.Samples.METI;
import static dev.kanmin.trademissions.mission.Samples.OLIVE;
import static dev.kanmin.trademissions.mission.Samples.SURVIVOR;
import static dev.kanmin.trademissions.mission.Samples.WHY;
import static dev.kanmin.trademissions.mission.Samples.apply;
import static dev.kanmin.trademissions.mission.Samples.applyAs;
import static dev.kanmin.trademissions.mission.Samples.company;
import static dev.kanmin.trademissions.mission.Samples.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.Rule;
import dev.kanmin.testkit.service.Stories;
import dev.kanmin.trademissions.mission.MissionCommand.*;
import dev.kanmin.trademissions.mission.MissionEvent.*;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApplicationTest {
  private static final String A = "app_a";
  private static final String B = "app_b";
  private static final String C = "app_c";
  private static final AgencyCode NEDO = AgencyCode.of("nedo");

  /** Seven days, as nobody said otherwise. */
  private static final Instant REPLY_BY = JANUARY.plus(Duration.ofDays(7));

  /** One place: A has it, B and C wait in this order. */
  private static final Stories<MissionCommand, MissionEvent, Mission> ONE_PLACE_TWO_WAITING =
      Given.mission(open(1))
          .by(METI)
          .given(apply(A, 1), apply(C, 3), apply(B, 2))
          .by(JICA)
          .given(new StartSelection(), new Select(A), new Waitlist(B), new Waitlist(C))
          .at(JANUARY)
          .given(new FinishSelection())
          .by(METI);

  private static final Stories<MissionCommand, MissionEvent, Mission> OFFERED_TO_B =
      ONE_PLACE_TWO_WAITING.given(new Withdraw(A));

  @Test
  void an_application_names_its_company_and_agency_to_the_state_alone() {
    Given.mission(open(5))
        .by(METI)
        .when(apply(A, 1))
        .then(
            new ApplicationSubmitted(
                A,
                ApplicationState.SUBMITTED,
                Optional.empty(),
                Optional.of(company(1)),
                Optional.of(METI),
                Optional.of(ApplicationDetails.NONE)));
  }

  @Test
  void application_in_the_last_moment_is_taken() {
    assertThat(Given.mission(open(5)).by(METI).at(DEADLINE).when(apply(A, 1)).events()).hasSize(1);
  }

  @Test
  void application_after_the_deadline_is_refused() {
    Given.mission(open(5))
        .by(METI)
        .at(AFTER_THE_DEADLINE)
        .when(apply(A, 1))
        .thenRefusedBy(MissionRules.APPLICATION_DEADLINE_PASSED);
  }

  @Test
  void a_company_applies_once_whoever_submits_it() {
    Given.mission(open(5))
        .by(METI)
        .given(apply(A, 1))
        .by(NEDO)
        .when(apply(B, 1))
        .thenRefusedBy(MissionRules.COMPANY_ALREADY_APPLIED, "/company");
  }

  @Test
  void a_company_applies_once_whether_by_its_number_or_its_id() {
    Apply both = new Apply(A, Optional.of(OLIVE), Optional.of(company(1)), ApplicationDetails.NONE);
    Given.mission(open(5))
        .given(both)
        .when(apply(B, 1))
        .thenRefusedBy(MissionRules.COMPANY_ALREADY_APPLIED, "/company");
    Given.mission(open(5))
        .given(both)
        .when(applyAs(B, OLIVE))
        .thenRefusedBy(MissionRules.COMPANY_ALREADY_APPLIED, "/companyId");
  }

  @Test
  void an_application_names_a_company() {
    Given.mission(open(5))
        .when(new Apply(A, Optional.empty(), Optional.empty(), ApplicationDetails.NONE))
        .thenRefusedBy(MissionRules.COMPANY_NEEDED, "/companyId");
  }

  @Test
  void what_a_company_says_is_checked() {
    assertRefused(
        new ApplicationDetails(Optional.of("boss"), List.of(), Optional.empty()),
        MissionRules.UNKNOWN_CODE,
        "/contactRole");
    assertRefused(
        new ApplicationDetails(Optional.empty(), List.of("x", "x"), Optional.empty()),
        Checks.REPEATED_ENTRY,
        "/products");
    assertRefused(
        new ApplicationDetails(Optional.empty(), List.of(), Optional.of("長".repeat(1_001))),
        Checks.TEXT_OUT_OF_BOUNDS,
        "/remarks");
  }

  private static void assertRefused(ApplicationDetails details, Rule rule, String pointer) {
    Given.mission(open(5))
        .when(new Apply(A, Optional.of(OLIVE), Optional.empty(), details))
        .thenRefusedBy(rule, pointer);
  }

  @Test
  void whoever_is_selected_is_named_by_the_directorys_id() {
    Given.mission(open(1))
        .given(applyAs(A, OLIVE), new StartSelection())
        .when(new Select(A))
        .then(new ParticipantSelected(A, ApplicationState.SELECTED, Optional.of(OLIVE)));
  }

  @Test
  void a_reason_of_another_kind_needs_words() {
    Declined other = new Declined(DeclineReason.OTHER, Optional.empty());
    Given.mission(open(1))
        .given(apply(A, 1), new StartSelection())
        .when(new Decline(A, other))
        .thenRefusedBy(MissionRules.REMARK_NEEDED, "/remark");
  }

  @Test
  void a_company_that_withdrew_can_apply_again() {
    assertThat(
            Given.mission(open(5))
                .by(METI)
                .given(apply(A, 1), new Withdraw(A))
                .when(apply(B, 1))
                .events())
        .hasSize(1);
  }

  @Test
  void nobody_is_selected_before_the_selection_starts() {
    Given.mission(open(5))
        .given(apply(A, 1))
        .when(new Select(A))
        .thenRefusedBy(MissionRules.NOT_IN_THIS_STATE);
  }

  @Test
  void no_more_are_selected_than_there_are_places() {
    Given.mission(open(1))
        .given(apply(A, 1), apply(B, 2), new StartSelection(), new Select(A))
        .when(new Select(B))
        .thenRefusedBy(MissionRules.NO_PLACE_LEFT);
  }

  @Test
  void the_selection_is_not_finished_while_an_application_is_undecided() {
    Given.mission(open(1))
        .given(apply(A, 1), apply(B, 2), new StartSelection(), new Select(A))
        .when(new FinishSelection())
        .thenRefusedBy(MissionRules.APPLICATIONS_UNDECIDED);
  }

  @Test
  void who_was_declined_is_not_selected() {
    Given.mission(open(1))
        .given(apply(A, 1), new StartSelection(), new Decline(A, FULL))
        .when(new Select(A))
        .thenRefusedBy(MissionRules.APPLICATION_NOT_IN_THIS_STATE);
  }

  @Test
  void an_unknown_application_is_refused_as_unknown() {
    Given.mission(open(1))
        .given(new StartSelection())
        .when(new Select(A))
        .thenRefusedBy(MissionRules.NO_SUCH_APPLICATION);
  }

  @Test
  void the_submitting_agency_does_not_select() {
    Given.mission(open(1))
        .by(METI)
        .given(apply(A, 1))
        .by(JETRO)
        .given(new StartSelection())
        .by(METI)
        .when(new Select(A))
        .thenRefusedBy(MissionRules.NOT_YOUR_APPLICATION);
  }

  @Test
  void another_agency_does_not_withdraw_it() {
    Given.mission(open(1))
        .by(METI)
        .given(apply(A, 1))
        .by(NEDO)
        .when(new Withdraw(A))
        .thenRefusedBy(MissionRules.NOT_YOUR_APPLICATION);
  }

  @Test
  void deciding_again_as_before_changes_nothing() {
    var selecting =
        Given.mission(open(1)).given(apply(A, 1), apply(B, 2), apply(C, 3), new StartSelection());
    for (MissionCommand decision : List.of(new Select(A), new Waitlist(B), new Decline(C, FULL))) {
      selecting.given(decision).when(decision).thenNothing();
    }
    Withdraw withdraw = new Withdraw(A);
    selecting.given(withdraw).when(withdraw).thenNothing();
  }

  @Test
  void places_still_free_after_the_selection_are_offered_to_the_waitlist() {
    Given.mission(open(1))
        .given(apply(A, 1), new StartSelection(), new Waitlist(A))
        .at(JANUARY)
        .when(new FinishSelection())
        .then(new SelectionFinished(MissionState.SELECTED), new PlaceOffered(A, REPLY_BY));
  }

  @Test
  void a_place_that_falls_free_is_offered_to_the_first_on_the_waitlist() {
    ONE_PLACE_TWO_WAITING
        .when(new Withdraw(A))
        .then(
            new ApplicationWithdrawn(A, ApplicationState.WITHDRAWN), new PlaceOffered(B, REPLY_BY));
  }

  @Test
  void an_offer_ends_when_the_mission_begins_at_the_latest() {
    Instant lastDayBefore = Instant.parse("2027-02-06T00:00:00Z");
    ONE_PLACE_TWO_WAITING
        .at(lastDayBefore)
        .when(new Withdraw(A))
        .then(
            new ApplicationWithdrawn(A, ApplicationState.WITHDRAWN),
            new PlaceOffered(B, Instant.parse("2027-02-07T17:00:00Z")));
  }

  @Test
  void an_accepted_offer_is_a_place() {
    var lastMoment = OFFERED_TO_B.at(REPLY_BY);
    lastMoment
        .when(new AcceptOffer(B))
        .then(
            new OfferAccepted(B),
            new ParticipantSelected(B, ApplicationState.SELECTED, Optional.empty()));
    lastMoment.given(new AcceptOffer(B)).when(new AcceptOffer(B)).thenNothing();
  }

  @Test
  void a_place_given_back_is_not_accepted_once_more() {
    OFFERED_TO_B
        .given(new AcceptOffer(B), new Withdraw(B))
        .when(new AcceptOffer(B))
        .thenRefusedBy(MissionRules.APPLICATION_NOT_IN_THIS_STATE);
    OFFERED_TO_B
        .given(new AcceptOffer(B))
        .by(JETRO)
        .given(new Cancel(WHY))
        .by(METI)
        .when(new AcceptOffer(B))
        .thenRefusedBy(MissionRules.NOT_IN_THIS_STATE);
  }

  @Test
  void an_offer_accepted_too_late_is_refused() {
    OFFERED_TO_B
        .at(REPLY_BY.plusMillis(1))
        .when(new AcceptOffer(B))
        .thenRefusedBy(MissionRules.REPLY_TOO_LATE);
  }

  @Test
  void what_a_merged_company_applied_for_is_the_surviving_companys() {
    FollowCompany follow = new FollowCompany(OLIVE, SURVIVOR, Optional.of(company(9)));
    var applied = Given.mission(open(1)).by(METI).given(applyAs(A, OLIVE), apply(B, 2));
    applied.when(follow).then(new ApplicantMerged(A, SURVIVOR, Optional.of(company(9))));
    applied.given(follow).when(follow).thenNothing();
    Application merged = applied.given(follow).state().find(A).application();
    assertThat(merged.companyId()).contains(SURVIVOR);
    assertThat(merged.company()).contains(company(9));
    applied
        .given(follow)
        .when(applyAs(C, SURVIVOR))
        .thenRefusedBy(MissionRules.COMPANY_ALREADY_APPLIED, "/companyId");
  }

  @Test
  void of_two_applications_that_become_one_companys_the_one_further_on_stays() {
    FollowCompany follow = new FollowCompany(OLIVE, SURVIVOR, Optional.empty());
    Declined because = new Declined(DeclineReason.DUPLICATE, Optional.empty());
    var selecting =
        Given.mission(open(1))
            .by(METI)
            .given(applyAs(A, OLIVE), applyAs(B, SURVIVOR), apply(C, 3))
            .by(JETRO)
            .given(new StartSelection(), new Waitlist(A), new Select(B));
    var merged = new ApplicantMerged(A, SURVIVOR, Optional.empty());
    selecting
        .when(follow)
        .then(merged, new ApplicationDeclined(A, ApplicationState.DECLINED, Optional.of(because)));
  }

  @Test
  void a_place_that_a_merged_company_had_twice_is_offered_to_the_next() {
    FollowCompany follow = new FollowCompany(OLIVE, SURVIVOR, Optional.empty());
    var selected =
        Given.mission(open(2))
            .by(METI)
            .given(applyAs(B, SURVIVOR), applyAs(A, OLIVE), apply(C, 3))
            .by(JETRO)
            .given(new StartSelection(), new Select(A), new Select(B), new Waitlist(C))
            .at(JANUARY)
            .given(new FinishSelection());
    Mission after = selected.given(follow).state();
    assertThat(after.find(B).state()).isEqualTo(ApplicationState.SELECTED);
    assertThat(after.find(A).state()).isEqualTo(ApplicationState.DECLINED);
    assertThat(after.find(C).application().hasOffer(OfferState.OFFERED)).isTrue();
    Mission underway = selected.at(FIRST_DAY).given(new Start(), follow).state();
    assertThat(underway.find(A).state()).isEqualTo(ApplicationState.SELECTED);
  }

  @Test
  void a_declined_offer_goes_to_the_next() {
    OFFERED_TO_B
        .when(new DeclineOffer(B))
        .then(
            new OfferDeclined(B),
            new ApplicationWithdrawn(B, ApplicationState.WITHDRAWN),
            new PlaceOffered(C, REPLY_BY));
  }

  @Test
  void an_offer_nobody_replied_to_lapses_and_goes_to_the_next() {
    Instant after = REPLY_BY.plusMillis(1);
    OFFERED_TO_B.at(REPLY_BY).when(new LapseOffers()).thenNothing();
    OFFERED_TO_B
        .at(after)
        .when(new LapseOffers())
        .then(new OfferLapsed(B), new PlaceOffered(C, after.plus(Duration.ofDays(7))));
    OFFERED_TO_B.at(after).given(new LapseOffers()).when(new LapseOffers()).thenNothing();
  }

  @Test
  void an_offered_place_is_not_given_to_somebody_else() {
    OFFERED_TO_B.by(JETRO).when(new Select(C)).thenRefusedBy(MissionRules.NO_PLACE_LEFT);
    OFFERED_TO_B.by(JETRO).when(new Select(B)).thenRefusedBy(MissionRules.PLACE_IS_OFFERED);
  }

  @Test
  void who_let_an_offer_lapse_can_still_be_selected_when_nobody_else_waits() {
    Instant later = REPLY_BY.plusMillis(1);
    OFFERED_TO_B
        .at(later)
        .given(new LapseOffers(), new DeclineOffer(C))
        .by(JETRO)
        .when(new Select(B))
        .then(new ParticipantSelected(B, ApplicationState.SELECTED, Optional.empty()));
  }

  @Test
  void without_an_offer_there_is_nothing_to_accept() {
    OFFERED_TO_B.when(new AcceptOffer(C)).thenRefusedBy(MissionRules.NO_OFFER_OPEN);
  }

  @Test
  void postponing_takes_offers_back_and_resuming_makes_them_again() {
    OFFERED_TO_B
        .by(JETRO)
        .when(new Postpone(WHY))
        .then(
            new MissionPostponed(MissionState.POSTPONED, Optional.of(WHY)), new OfferWithdrawn(B));
    OFFERED_TO_B
        .by(JETRO)
        .given(new Postpone(WHY))
        .when(new Resume(List.of(), Optional.empty()))
        .then(new MissionResumed(MissionState.SELECTED), new PlaceOffered(B, REPLY_BY));
  }

  @Test
  void an_offer_that_would_outlast_the_beginning_of_a_mission_that_moves_is_made_anew() {
    LocalDate sooner = LocalDate.parse("2027-01-14");
    Stop hanoi =
        new Stop(
            CountryCode.of("VN"),
            "Hà Nội",
            Optional.empty(),
            sooner,
            sooner,
            ZoneId.of("Asia/Ho_Chi_Minh"));
    OFFERED_TO_B
        .by(JETRO)
        .when(new Reschedule(List.of(hanoi), Optional.empty()))
        .then(
            new MissionRescheduled(
                new MissionPeriod(sooner, sooner),
                List.of(hanoi),
                Samples.plan("outward-endoscopy").deadline()),
            new OfferWithdrawn(B),
            new PlaceOffered(B, hanoi.begins()));
    Stop later =
        new Stop(
            hanoi.country(),
            "Hà Nội",
            Optional.empty(),
            sooner.plusYears(1),
            sooner.plusYears(1),
            hanoi.zone());
    assertThat(
            OFFERED_TO_B.by(JETRO).when(new Reschedule(List.of(later), Optional.empty())).events())
        .hasSize(1);
  }

  @Test
  void starting_and_cancelling_take_offers_back() {
    OFFERED_TO_B
        .by(JETRO)
        .at(FIRST_DAY)
        .when(new Start())
        .then(new MissionStarted(MissionState.UNDERWAY), new OfferWithdrawn(B));
    OFFERED_TO_B
        .by(JETRO)
        .when(new Cancel(WHY))
        .then(
            new MissionCancelled(MissionState.CANCELLED, Optional.of(WHY)), new OfferWithdrawn(B));
  }

  @Test
  void nobody_withdraws_from_a_mission_under_way() {
    ONE_PLACE_TWO_WAITING
        .by(JETRO)
        .at(FIRST_DAY)
        .given(new Start())
        .by(METI)
        .when(new Withdraw(A))
        .thenRefusedBy(MissionRules.NOT_IN_THIS_STATE);
  }

  @Test
  void withdrawing_while_a_place_is_offered_passes_it_on() {
    OFFERED_TO_B
        .when(new Withdraw(B))
        .then(
            new OfferWithdrawn(B),
            new ApplicationWithdrawn(B, ApplicationState.WITHDRAWN),
            new PlaceOffered(C, REPLY_BY));
  }

  @Test
  void a_mission_takes_a_limited_number_of_applications() {
    var full = Given.mission(open(5));
    MissionCommand[] all = new MissionCommand[MissionRules.MOST_APPLICATIONS];
    for (int i = 0; i < all.length; i++) {
      all[i] = apply("app_" + i, i);
    }
    full.given(all)
        .when(apply("app_more", all.length))
        .thenRefusedBy(MissionRules.TOO_MANY_APPLICATIONS);
  }
}
