package dev.kanmin.trademissions.mission;

import static dev.kanmin.trademissions.mission.MissionState.OPEN;
import static dev.kanmin.trademissions.mission.MissionState.POSTPONED;
import static dev.kanmin.trademissions.mission.MissionState.SELECTED;
import static dev.kanmin.trademissions.mission.MissionState.SELECTING;

import dev.kanmin.trademissions.mission.MissionCommand.Apply;
import dev.kanmin.trademissions.mission.MissionCommand.ForTheApplicant;
import dev.kanmin.trademissions.mission.MissionCommand.Withdraw;
import dev.kanmin.trademissions.mission.MissionEvent.ApplicationDeclined;
import dev.kanmin.trademissions.mission.MissionEvent.ApplicationSubmitted;
import dev.kanmin.trademissions.mission.MissionEvent.ApplicationWaitlisted;
import dev.kanmin.trademissions.mission.MissionEvent.ApplicationWithdrawn;
import dev.kanmin.trademissions.mission.MissionEvent.OfferWithdrawn;
import dev.kanmin.trademissions.mission.MissionEvent.ParticipantSelected;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The part of the decider that is about applications and their selection. */
final class Applications {
  /** What one mission takes, so that it stays one document of modest size. */
  static final int MOST_APPLICATIONS = 2_000;

  private Applications() {}

  static List<MissionEvent> apply(Apply apply, Mission mission) {
    MissionRules.visible(mission, apply.by());
    MissionRules.applicationsAreWelcome(mission);
    MissionRules.inState(mission, "applied to", OPEN);
    MissionRules.deadlineNotPassed(mission.plan(), apply.at());
    for (Application earlier : mission.applications()) {
      if (earlier.company().equals(apply.company()) && earlier.state().isActive()) {
        throw MissionRules.COMPANY_ALREADY_APPLIED.refuse(
            "Its application is "
                + earlier.state().code()
                + (maySee(mission, earlier, apply) ? " as " + earlier.id() : "")
                + ". It can apply again once that is withdrawn.",
            "/company");
      }
    }
    if (mission.applications().size() >= MOST_APPLICATIONS) {
      throw MissionRules.TOO_MANY_APPLICATIONS.refuse(
          "It has " + MOST_APPLICATIONS + " applications.");
    }
    return List.of(
        new ApplicationSubmitted(
            apply.application(),
            ApplicationState.SUBMITTED,
            Optional.of(apply.company()),
            Optional.of(apply.by())));
  }

  private static boolean maySee(Mission mission, Application application, Apply apply) {
    return application.submittedBy().equals(apply.by()) || mission.isRunBy(apply.by());
  }

  static List<MissionEvent> select(Mission mission, String id) {
    MissionRules.inState(mission, "selected for", SELECTING, SELECTED);
    Application application = find(mission, id);
    if (application.state() == ApplicationState.SELECTED) {
      return List.of();
    }
    inState(application, "selected", ApplicationState.SUBMITTED, ApplicationState.WAITLISTED);
    noOpenOffer(application);
    if (mission.freePlaces() < 1) {
      throw MissionRules.NO_PLACE_LEFT.refuse(
          mission.placesTaken() + " places are taken or offered; waitlist the applicant instead.");
    }
    return List.of(new ParticipantSelected(id, ApplicationState.SELECTED));
  }

  static List<MissionEvent> waitlist(Mission mission, String id) {
    MissionRules.inState(mission, "waitlisted for", SELECTING);
    Application application = find(mission, id);
    if (application.state() == ApplicationState.WAITLISTED) {
      return List.of();
    }
    inState(application, "waitlisted", ApplicationState.SUBMITTED);
    return List.of(new ApplicationWaitlisted(id, ApplicationState.WAITLISTED));
  }

  static List<MissionEvent> decline(Mission mission, String id) {
    MissionRules.inState(mission, "declined for", SELECTING, SELECTED);
    Application application = find(mission, id);
    if (application.state() == ApplicationState.DECLINED) {
      return List.of();
    }
    inState(application, "declined", ApplicationState.SUBMITTED, ApplicationState.WAITLISTED);
    noOpenOffer(application);
    return List.of(new ApplicationDeclined(id, ApplicationState.DECLINED));
  }

  static List<MissionEvent> withdraw(Withdraw withdraw, Mission mission) {
    Application application = findFor(withdraw, mission);
    if (application.state() == ApplicationState.WITHDRAWN) {
      return List.of();
    }
    MissionRules.inState(mission, "withdrawn from", OPEN, SELECTING, SELECTED, POSTPONED);
    inState(
        application,
        "withdrawn",
        ApplicationState.SUBMITTED,
        ApplicationState.SELECTED,
        ApplicationState.WAITLISTED);
    var withdrawn = new ApplicationWithdrawn(application.id(), ApplicationState.WITHDRAWN);
    return application.hasOpenOffer()
        ? List.of(new OfferWithdrawn(application.id()), withdrawn)
        : List.of(withdrawn);
  }

  static void allDecided(Mission mission) {
    long undecided =
        mission.applications().stream()
            .filter(it -> it.state() == ApplicationState.SUBMITTED)
            .count();
    if (undecided > 0) {
      throw MissionRules.APPLICATIONS_UNDECIDED.refuse(
          undecided + " are still submitted; select, waitlist or decline each.");
    }
  }

  /** The application, for its own agency or the mission's. */
  static Application findFor(ForTheApplicant command, Mission mission) {
    MissionRules.visible(mission, command.by());
    Application application = find(mission, command.application());
    if (!application.submittedBy().equals(command.by()) && !mission.isRunBy(command.by())) {
      throw MissionRules.NOT_YOUR_APPLICATION.refuse(
          "Ask the agency that submitted it, or " + mission.organiser() + ".");
    }
    return application;
  }

  private static Application find(Mission mission, String id) {
    return mission
        .application(id)
        .orElseThrow(
            () -> MissionRules.NO_SUCH_APPLICATION.refuse("The mission has no application " + id));
  }

  private static void inState(Application application, String deed, ApplicationState... allowed) {
    if (!Arrays.asList(allowed).contains(application.state())) {
      throw MissionRules.APPLICATION_NOT_IN_THIS_STATE.refuse(
          "An application can be "
              + deed
              + " when it is "
              + Arrays.stream(allowed)
                  .map(ApplicationState::code)
                  .collect(Collectors.joining(" or "))
              + "; this one is "
              + application.state().code()
              + ".");
    }
  }

  private static void noOpenOffer(Application application) {
    if (application.hasOpenOffer()) {
      throw MissionRules.PLACE_IS_OFFERED.refuse(
          "It accepts or declines the offer, or lets it lapse.");
    }
  }
}
