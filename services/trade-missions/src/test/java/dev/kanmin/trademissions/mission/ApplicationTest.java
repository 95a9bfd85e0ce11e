package dev.kanmin.trademissions.mission;

import static dev.kanmin.trademissions.mission.Samples.AFTER_THE_DEADLINE;
import static dev.kanmin.trademissions.mission.Samples.DEADLINE;
import static dev.kanmin.trademissions.mission.Samples.FIRST_DAY;
import static dev.kanmin.trademissions.mission.Samples.JANUARY;
import static dev.kanmin.trademissions.mission.Samples.JETRO;
import static dev.kanmin.trademissions.mission.Samples.JICA;
import static dev.kanmin.trademissions.mission.Samples.METI;
import static dev.kanmin.trademissions.mission.Samples.OCTOBER;
import static dev.kanmin.trademissions.mission.Samples.WHY;
import static dev.kanmin.trademissions.mission.Samples.apply;
import static dev.kanmin.trademissions.mission.Samples.company;
import static dev.kanmin.trademissions.mission.Samples.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.trademissions.mission.MissionCommand.*;
import dev.kanmin.trademissions.mission.MissionEvent.*;
import java.time.Duration;
import java.time.Instant;
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
  private static final Given ONE_PLACE_TWO_WAITING =
      Given.mission(open(1))
          .and(apply(A, 1), apply(C, 3), apply(B, 2), new StartSelection(JETRO))
          .and(new Select(JETRO, A), new Waitlist(JETRO, B), new Waitlist(JICA, C))
          .and(new FinishSelection(JETRO, JANUARY));

  private static final Given OFFERED_TO_B =
      ONE_PLACE_TWO_WAITING.and(new Withdraw(METI, A, JANUARY));

  @Test
  void an_application_names_its_company_and_agency_to_the_state_alone() {
    Given.mission(open(5))
        .when(apply(A, 1))
        .then(
            new ApplicationSubmitted(
                A, ApplicationState.SUBMITTED, Optional.of(company(1)), Optional.of(METI)));
  }

  @Test
  void application_in_the_last_moment_is_taken() {
    assertThat(Given.mission(open(5)).when(new Apply(METI, A, company(1), DEADLINE)).events())
        .hasSize(1);
  }

  @Test
  void application_after_the_deadline_is_refused() {
    Given.mission(open(5))
        .when(new Apply(METI, A, company(1), AFTER_THE_DEADLINE))
        .thenRefusedBy(MissionRules.APPLICATION_DEADLINE_PASSED);
  }

  @Test
  void a_company_applies_once_whoever_submits_it() {
    Given.mission(open(5))
        .and(apply(A, 1))
        .when(new Apply(NEDO, B, company(1), OCTOBER))
        .thenRefusedBy(MissionRules.COMPANY_ALREADY_APPLIED, "/company");
  }

  @Test
  void a_company_that_withdrew_can_apply_again() {
    assertThat(
            Given.mission(open(5))
                .and(apply(A, 1), new Withdraw(METI, A, OCTOBER))
                .when(apply(B, 1))
                .events())
        .hasSize(1);
  }

  @Test
  void nobody_is_selected_before_the_selection_starts() {
    Given.mission(open(5))
        .and(apply(A, 1))
        .when(new Select(JETRO, A))
        .thenRefusedBy(MissionRules.NOT_IN_THIS_STATE);
  }

  @Test
  void no_more_are_selected_than_there_are_places() {
    Given.mission(open(1))
        .and(apply(A, 1), apply(B, 2), new StartSelection(JETRO), new Select(JETRO, A))
        .when(new Select(JETRO, B))
        .thenRefusedBy(MissionRules.NO_PLACE_LEFT);
  }

  @Test
  void the_selection_is_not_finished_while_an_application_is_undecided() {
    Given.mission(open(1))
        .and(apply(A, 1), apply(B, 2), new StartSelection(JETRO), new Select(JETRO, A))
        .when(new FinishSelection(JETRO, JANUARY))
        .thenRefusedBy(MissionRules.APPLICATIONS_UNDECIDED);
  }

  @Test
  void who_was_declined_is_not_selected() {
    Given.mission(open(1))
        .and(apply(A, 1), new StartSelection(JETRO), new Decline(JETRO, A))
        .when(new Select(JETRO, A))
        .thenRefusedBy(MissionRules.APPLICATION_NOT_IN_THIS_STATE);
  }

  @Test
  void an_unknown_application_is_refused_as_unknown() {
    Given.mission(open(1))
        .and(new StartSelection(JETRO))
        .when(new Select(JETRO, A))
        .thenRefusedBy(MissionRules.NO_SUCH_APPLICATION);
  }

  @Test
  void the_submitting_agency_does_not_select() {
    Given.mission(open(1))
        .and(apply(A, 1), new StartSelection(JETRO))
        .when(new Select(METI, A))
        .thenRefusedBy(MissionRules.NOT_YOUR_MISSION);
  }

  @Test
  void another_agency_does_not_withdraw_it() {
    Given.mission(open(1))
        .and(apply(A, 1))
        .when(new Withdraw(NEDO, A, OCTOBER))
        .thenRefusedBy(MissionRules.NOT_YOUR_APPLICATION);
  }

  @Test
  void deciding_again_as_before_changes_nothing() {
    Given selecting =
        Given.mission(open(1))
            .and(apply(A, 1), apply(B, 2), apply(C, 3), new StartSelection(JETRO));
    for (MissionCommand decision :
        List.of(new Select(JETRO, A), new Waitlist(JETRO, B), new Decline(JETRO, C))) {
      selecting.and(decision).when(decision).thenNothing();
    }
    Withdraw withdraw = new Withdraw(METI, A, OCTOBER);
    selecting.and(withdraw).when(withdraw).thenNothing();
  }

  @Test
  void places_still_free_after_the_selection_are_offered_to_the_waitlist() {
    Given.mission(open(1))
        .and(apply(A, 1), new StartSelection(JETRO), new Waitlist(JETRO, A))
        .when(new FinishSelection(JETRO, JANUARY))
        .then(new SelectionFinished(MissionState.SELECTED), new PlaceOffered(A, REPLY_BY));
  }

  @Test
  void a_place_that_falls_free_is_offered_to_the_first_on_the_waitlist() {
    ONE_PLACE_TWO_WAITING
        .when(new Withdraw(METI, A, JANUARY))
        .then(
            new ApplicationWithdrawn(A, ApplicationState.WITHDRAWN), new PlaceOffered(B, REPLY_BY));
  }

  @Test
  void an_offer_ends_when_the_mission_begins_at_the_latest() {
    Instant lastDayBefore = Instant.parse("2027-02-06T00:00:00Z");
    ONE_PLACE_TWO_WAITING
        .when(new Withdraw(METI, A, lastDayBefore))
        .then(
            new ApplicationWithdrawn(A, ApplicationState.WITHDRAWN),
            new PlaceOffered(B, Instant.parse("2027-02-07T17:00:00Z")));
  }

  @Test
  void an_accepted_offer_is_a_place() {
    OFFERED_TO_B
        .when(new AcceptOffer(METI, B, REPLY_BY))
        .then(new OfferAccepted(B), new ParticipantSelected(B, ApplicationState.SELECTED));
    OFFERED_TO_B
        .and(new AcceptOffer(METI, B, REPLY_BY))
        .when(new AcceptOffer(METI, B, REPLY_BY))
        .thenNothing();
  }

  @Test
  void an_offer_accepted_too_late_is_refused() {
    OFFERED_TO_B
        .when(new AcceptOffer(METI, B, REPLY_BY.plusMillis(1)))
        .thenRefusedBy(MissionRules.REPLY_TOO_LATE);
  }

  @Test
  void a_declined_offer_goes_to_the_next() {
    OFFERED_TO_B
        .when(new DeclineOffer(METI, B, JANUARY))
        .then(
            new OfferDeclined(B),
            new ApplicationWithdrawn(B, ApplicationState.WITHDRAWN),
            new PlaceOffered(C, REPLY_BY));
  }

  @Test
  void an_offer_nobody_replied_to_lapses_and_goes_to_the_next() {
    Instant after = REPLY_BY.plusMillis(1);
    OFFERED_TO_B.when(new LapseOffers(REPLY_BY)).thenNothing();
    OFFERED_TO_B
        .when(new LapseOffers(after))
        .then(new OfferLapsed(B), new PlaceOffered(C, after.plus(Duration.ofDays(7))));
    OFFERED_TO_B.and(new LapseOffers(after)).when(new LapseOffers(after)).thenNothing();
  }

  @Test
  void an_offered_place_is_not_given_to_somebody_else() {
    OFFERED_TO_B.when(new Select(JETRO, C)).thenRefusedBy(MissionRules.NO_PLACE_LEFT);
    OFFERED_TO_B.when(new Select(JETRO, B)).thenRefusedBy(MissionRules.PLACE_IS_OFFERED);
  }

  @Test
  void who_let_an_offer_lapse_can_still_be_selected_when_nobody_else_waits() {
    Instant later = REPLY_BY.plusMillis(1);
    OFFERED_TO_B
        .and(new LapseOffers(later), new DeclineOffer(METI, C, later))
        .when(new Select(JETRO, B))
        .then(new ParticipantSelected(B, ApplicationState.SELECTED));
  }

  @Test
  void without_an_offer_there_is_nothing_to_accept() {
    OFFERED_TO_B.when(new AcceptOffer(METI, C, JANUARY)).thenRefusedBy(MissionRules.NO_OFFER_OPEN);
  }

  @Test
  void postponing_takes_offers_back_and_resuming_makes_them_again() {
    OFFERED_TO_B
        .when(new Postpone(JETRO, WHY))
        .then(
            new MissionPostponed(MissionState.POSTPONED, Optional.of(WHY)), new OfferWithdrawn(B));
    OFFERED_TO_B
        .and(new Postpone(JETRO, WHY))
        .when(new Resume(JETRO, List.of(), Optional.empty(), JANUARY))
        .then(new MissionResumed(MissionState.SELECTED), new PlaceOffered(B, REPLY_BY));
  }

  @Test
  void starting_and_cancelling_take_offers_back() {
    OFFERED_TO_B
        .when(new Start(JETRO, FIRST_DAY))
        .then(new MissionStarted(MissionState.UNDERWAY), new OfferWithdrawn(B));
    OFFERED_TO_B
        .when(new Cancel(JETRO, WHY))
        .then(
            new MissionCancelled(MissionState.CANCELLED, Optional.of(WHY)), new OfferWithdrawn(B));
  }

  @Test
  void nobody_withdraws_from_a_mission_under_way() {
    ONE_PLACE_TWO_WAITING
        .and(new Start(JETRO, FIRST_DAY))
        .when(new Withdraw(METI, A, FIRST_DAY))
        .thenRefusedBy(MissionRules.NOT_IN_THIS_STATE);
  }

  @Test
  void withdrawing_while_a_place_is_offered_passes_it_on() {
    OFFERED_TO_B
        .when(new Withdraw(METI, B, JANUARY))
        .then(
            new OfferWithdrawn(B),
            new ApplicationWithdrawn(B, ApplicationState.WITHDRAWN),
            new PlaceOffered(C, REPLY_BY));
  }

  @Test
  void a_mission_takes_a_limited_number_of_applications() {
    Given full = Given.mission(open(5));
    MissionCommand[] all = new MissionCommand[Applications.MOST_APPLICATIONS];
    for (int i = 0; i < all.length; i++) {
      all[i] = apply("app_" + i, i);
    }
    full.and(all)
        .when(apply("app_more", all.length))
        .thenRefusedBy(MissionRules.TOO_MANY_APPLICATIONS);
  }
}
