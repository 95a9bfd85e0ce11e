package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What can forbid a command on a mission, apart from faults of its plan ({@link PlanRules}). */
final class MissionRules {
  static final Rule NO_SUCH_MISSION = Rule.notFound("no-such-mission", "There is no such mission");
  static final Rule NO_SUCH_APPLICATION =
      Rule.notFound("no-such-application", "The mission has no such application");
  static final Rule NOT_YOUR_MISSION =
      Rule.forbidden("not-your-mission", "Only the mission's own agencies may do this");
  static final Rule NOT_YOUR_APPLICATION =
      Rule.forbidden("not-your-application", "Only the submitting agency or the mission's own may");
  static final Rule ALREADY_DRAFTED =
      Rule.conflict("already-drafted", "The mission has been drafted before");
  static final Rule NOT_IN_THIS_STATE =
      Rule.conflict("not-in-this-state", "The mission's state does not allow this");
  static final Rule NOT_READY_TO_ANNOUNCE =
      Rule.conflict("not-ready-to-announce", "The draft lacks what an announcement needs");
  static final Rule NOT_READY_TO_OPEN =
      Rule.conflict("not-ready-to-open", "The mission lacks what applicants need to know");
  static final Rule DATES_IN_THE_PAST =
      Rule.conflict("dates-in-the-past", "The first day of the mission is over");
  static final Rule KIND_TAKES_NO_APPLICATIONS =
      Rule.conflict("kind-takes-no-applications", "Companies do not apply to this kind of mission");
  static final Rule APPLICATION_DEADLINE_PASSED =
      Rule.conflict("application-deadline-passed", "The deadline for applications has passed");
  static final Rule DEADLINE_NOT_LATER =
      Rule.invalid("deadline-not-later", "A deadline can only be moved to a later, future moment");
  static final Rule NOT_BEGUN_YET =
      Rule.conflict("not-begun-yet", "The first day of the mission has not come");
  static final Rule APPLICATIONS_UNDECIDED =
      Rule.conflict("applications-undecided", "Some applications have not been decided on");
  static final Rule COMPANY_ALREADY_APPLIED =
      Rule.conflict("company-already-applied", "The company has an application already");
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

  static final List<Rule> ALL =
      List.of(
          NO_SUCH_MISSION,
          NO_SUCH_APPLICATION,
          NOT_YOUR_MISSION,
          NOT_YOUR_APPLICATION,
          ALREADY_DRAFTED,
          NOT_IN_THIS_STATE,
          NOT_READY_TO_ANNOUNCE,
          NOT_READY_TO_OPEN,
          DATES_IN_THE_PAST,
          KIND_TAKES_NO_APPLICATIONS,
          APPLICATION_DEADLINE_PASSED,
          DEADLINE_NOT_LATER,
          NOT_BEGUN_YET,
          APPLICATIONS_UNDECIDED,
          COMPANY_ALREADY_APPLIED,
          TOO_MANY_APPLICATIONS,
          APPLICATION_NOT_IN_THIS_STATE,
          PLACE_IS_OFFERED,
          NO_PLACE_LEFT,
          NO_OFFER_OPEN,
          REPLY_TOO_LATE);

  private MissionRules() {}

  /** A draft of others looks as if it did not exist. */
  static void visible(Mission mission, AgencyCode agency) {
    if (!mission.isVisibleTo(agency)) {
      throw NO_SUCH_MISSION.refuse("There is no mission of this id, or you may not see it yet.");
    }
  }

  static void runBy(Mission mission, AgencyCode agency) {
    visible(mission, agency);
    if (!mission.isRunBy(agency)) {
      throw NOT_YOUR_MISSION.refuse(
          agency
              + " neither organises nor supports this mission; ask "
              + mission.organiser()
              + ", which does.");
    }
  }

  static void inState(Mission mission, String deed, MissionState... allowed) {
    if (!Arrays.asList(allowed).contains(mission.state())) {
      throw NOT_IN_THIS_STATE.refuse(
          "A mission can be "
              + deed
              + " when it is "
              + Arrays.stream(allowed).map(MissionState::code).collect(Collectors.joining(" or "))
              + "; this one is "
              + mission.state().code()
              + ".");
    }
  }

  static void readyToAnnounce(MissionPlan plan) {
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
    if (!missing.isEmpty()) {
      throw NOT_READY_TO_ANNOUNCE.refuse(
          "Add to the draft first: " + String.join(", ", missing) + ".");
    }
  }

  static void readyToOpen(Mission mission) {
    List<String> missing = new ArrayList<>();
    if (mission.kind().needsCapacity() && mission.plan().capacity().isEmpty()) {
      missing.add("capacity");
    }
    if (mission.plan().deadline().isEmpty()) {
      missing.add("deadline");
    }
    if (!missing.isEmpty()) {
      throw NOT_READY_TO_OPEN.refuse(
          "It was announced without " + String.join(" and ", missing) + ".");
    }
  }

  /** The first day counts at the place of the first stop. */
  static void firstDayNotOver(MissionPlan plan, Instant at) {
    for (Stop first : plan.stops().stream().limit(1).toList()) {
      LocalDate today = LocalDate.ofInstant(at, first.zone());
      if (first.from().isBefore(today)) {
        throw DATES_IN_THE_PAST.refuse(
            "It would begin on "
                + first.from()
                + ", and in "
                + first.zone()
                + " it is "
                + today
                + ". Give it new dates.");
      }
    }
  }

  static void firstDayHasCome(MissionPlan plan, Instant at) {
    plan.begins()
        .filter(at::isBefore)
        .ifPresent(
            begins -> {
              throw NOT_BEGUN_YET.refuse("Its first day begins at " + begins + ".");
            });
  }

  static void applicationsAreWelcome(Mission mission) {
    if (!mission.kind().companiesApply()) {
      throw KIND_TAKES_NO_APPLICATIONS.refuse(
          "A mission of kind "
              + mission.plan().kind()
              + " is started once it is announced; companies do not apply to it.");
    }
  }

  static void deadlineNotPassed(MissionPlan plan, Instant at) {
    plan.deadline()
        .filter(deadline -> at.isAfter(deadline.at()))
        .ifPresent(
            deadline -> {
              throw APPLICATION_DEADLINE_PASSED.refuse(
                  "Applications were taken until " + deadline.at() + "; it can be extended.");
            });
  }
}
