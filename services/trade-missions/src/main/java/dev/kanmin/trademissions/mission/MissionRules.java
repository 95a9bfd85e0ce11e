package dev.kanmin.trademissions.mission;

import dev.kanmin.events.aggregates.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can forbid a command on a mission, apart from faults of its plan ({@link PlanChecks}), and
 * what then speaks against it.
 */
final class MissionRules {
  static final Rule NO_SUCH_MISSION = Rule.notFound("no-such-mission", "There is no such mission");
  static final Rule NO_SUCH_APPLICATION =
      Rule.notFound("no-such-application", "The mission has no such application");
  static final Rule NOT_YOUR_MISSION =
      Rule.forbidden("not-your-mission", "Only the mission's own agencies may do this");
  static final Rule PLACES_TAKEN =
      Rule.conflict("places-taken", "More places than that are taken or offered");
  static final Rule NO_SUCH_STOP = Rule.invalid("no-such-stop", "The mission has no such stop");
  static final Rule TOO_MANY_AMENDMENTS =
      Rule.conflict("too-many-amendments", "The mission was amended too often");
  static final Rule NOT_OVER_YET =
      Rule.invalid("not-over-yet", "Only a mission that is over is entered as a past one");
  static final Rule NOT_YOUR_APPLICATION =
      Rule.forbidden("not-your-application", "Other agencies may do this with the application");
  static final Rule ALREADY_DRAFTED =
      Rule.conflict("already-drafted", "The mission has been drafted before");
  static final Rule NOT_IN_THIS_STATE =
      Rule.conflict("not-in-this-state", "The mission's state does not allow this");
  static final Rule NOT_READY_TO_ANNOUNCE =
      Rule.conflict("not-ready-to-announce", "The plan lacks what an announcement needs");
  static final Rule NOT_READY_TO_OPEN =
      Rule.conflict("not-ready-to-open", "The mission lacks what applicants need to know");
  static final Rule DATES_IN_THE_PAST =
      Rule.conflict("dates-in-the-past", "The first day of the mission is over");
  static final Rule KIND_TAKES_NO_APPLICATIONS =
      Rule.conflict("kind-takes-no-applications", "Companies do not apply to this kind of mission");
  static final Rule APPLICATION_DEADLINE_PASSED =
      Rule.conflict("application-deadline-passed", "The deadline for applications has passed");
  static final Rule DEADLINE_NOT_LATER =
      Rule.invalid("deadline-not-later", "A deadline is extended to a later, future moment");
  static final Rule NOT_BEGUN_YET =
      Rule.conflict("not-begun-yet", "The first day of the mission has not come");
  static final Rule APPLICATIONS_UNDECIDED =
      Rule.conflict("applications-undecided", "Some applications have not been decided on");
  static final Rule COMPANY_ALREADY_APPLIED =
      Rule.conflict("company-already-applied", "The company has an application already");
  static final Rule COMPANY_NEEDED =
      Rule.invalid("company-needed", "An application names the company");
  static final Rule UNKNOWN_COMPANY =
      Rule.invalid("unknown-company", "The directory has no such active company");
  static final Rule OTHER_COMPANY =
      Rule.invalid("other-company", "The corporate number is not that of the company");
  static final Rule UNKNOWN_PRODUCT =
      Rule.invalid("unknown-product", "The company's profile has no such product");
  static final Rule UNKNOWN_CODE = Rule.invalid("unknown-code", "The code list has no such code");
  static final Rule REMARK_NEEDED = Rule.invalid("remark-needed", "This reason needs a remark");
  static final Rule TOO_MANY_APPLICATIONS =
      Rule.conflict("too-many-applications", "The mission takes no more applications");
  static final Rule APPLICATION_NOT_IN_THIS_STATE =
      Rule.conflict("application-not-in-this-state", "The application's state does not allow this");
  static final Rule PLACE_IS_OFFERED =
      Rule.conflict("place-is-offered", "A place is offered to the applicant, who has to reply");
  static final Rule NO_PLACE_LEFT =
      Rule.conflict("no-place-left", "All places are taken or offered");
  static final Rule NO_OFFER_OPEN =
      Rule.conflict("no-offer-open", "No place is offered to the applicant");
  static final Rule REPLY_TOO_LATE =
      Rule.conflict("reply-too-late", "The time to reply to the offer is over");

  /** What one mission takes, so that it stays one document of modest size. */
  static final int MOST_APPLICATIONS = 2_000;

  static final int MOST_AMENDMENTS = 100;

  private MissionRules() {}

  // ---- of missions

  static Optional<String> drafted(Mission mission) {
    return when(mission.exists(), "Revise it instead.");
  }

  static Optional<String> lackingToAnnounce(Mission mission) {
    MissionPlan plan = mission.plan();
    List<String> missing = new ArrayList<>();
    if (plan.fields().isEmpty()) {
      missing.add("fields");
    }
    if (plan.stops().isEmpty()) {
      missing.add("stops");
    }
    if (plan.markets().isEmpty()) {
      missing.add("countries (all its stops are in Japan)");
    }
    if (plan.office().isEmpty()) {
      missing.add("office");
    }
    return when(!missing.isEmpty(), "It needs " + String.join(", ", missing) + ".");
  }

  static Optional<String> lackingToOpen(Mission mission) {
    List<String> missing = new ArrayList<>();
    if (mission.kind().needsCapacity() && mission.plan().capacity().isEmpty()) {
      missing.add("capacity");
    }
    if (mission.plan().deadline().isEmpty()) {
      missing.add("deadline");
    }
    return when(
        !missing.isEmpty(), "It was announced without " + String.join(" and ", missing) + ".");
  }

  /** The first day counts at the place of the first stop. */
  static Optional<String> firstDayOver(Mission mission, Instant at) {
    return mission.plan().stops().stream()
        .limit(1)
        .filter(first -> first.from().isBefore(LocalDate.ofInstant(at, first.zone())))
        .map(
            first ->
                "It would begin on %s, and in %s it is %s. Give it new dates."
                    .formatted(first.from(), first.zone(), LocalDate.ofInstant(at, first.zone())))
        .findFirst();
  }

  static Optional<String> firstDayToCome(Mission mission, Instant at) {
    return mission
        .plan()
        .begins()
        .filter(at::isBefore)
        .map(begins -> "Its first day begins at " + begins + ".");
  }

  /** Companies do not apply to it. */
  static Optional<String> ofClosedKind(Mission mission) {
    return when(
        !mission.kind().companiesApply(),
        "A mission of kind " + mission.plan().kind() + " is started once it is announced.");
  }

  static Optional<String> deadlinePassed(Mission mission, Instant at) {
    return mission
        .plan()
        .deadline()
        .filter(deadline -> at.isAfter(deadline.at()))
        .map(
            deadline -> "Applications were taken until " + deadline.at() + "; it can be extended.");
  }

  static Optional<String> selectionToCome(Mission mission) {
    return when(
        mission.state() == MissionState.ANNOUNCED && mission.kind().companiesApply(),
        "A mission that companies apply to starts once they are selected.");
  }

  static Optional<String> undecided(Mission mission) {
    long undecided = mission.applicationsIn(ApplicationState.SUBMITTED);
    return when(
        undecided > 0, undecided + " are still submitted; select, waitlist or decline each.");
  }

  static Optional<String> full(Mission mission) {
    return when(
        mission.applications().size() >= MOST_APPLICATIONS,
        "It has " + MOST_APPLICATIONS + " applications.");
  }

  static Optional<String> amendedTooOften(Mission mission) {
    return when(
        mission.amendments().size() >= MOST_AMENDMENTS,
        "It has " + MOST_AMENDMENTS + " amendments; cancel it and announce another.");
  }

  // ---- of applications

  static Optional<String> offerOpen(MissionApplication it) {
    return when(
        it.application().hasOffer(OfferState.OFFERED),
        "It accepts or declines the offer, or lets it lapse.");
  }

  static Optional<String> placesTaken(MissionApplication it) {
    return it.mission().freePlaces() > 0
        ? Optional.empty()
        : Optional.of(
            it.mission().placesTaken() + " places are taken or offered; waitlist the applicant.");
  }

  static Optional<String> noOfferOpen(MissionApplication it) {
    return when(
        !it.application().hasOffer(OfferState.OFFERED),
        "The application is " + it.state().code() + ", and no offer waits for a reply.");
  }

  static Optional<String> replyTooLate(MissionApplication it, Instant at) {
    return when(
        it.application().hasOfferDueBefore(at), "The place goes to the next on the waitlist.");
  }

  private static Optional<String> when(boolean soItIs, String words) {
    return soItIs ? Optional.of(words) : Optional.empty();
  }
}
