package dev.kanmin.trademissions.mission;

import static dev.kanmin.trademissions.mission.ApplicationState.DECLINED;
import static dev.kanmin.trademissions.mission.ApplicationState.SELECTED;
import static dev.kanmin.trademissions.mission.ApplicationState.SUBMITTED;
import static dev.kanmin.trademissions.mission.ApplicationState.WAITLISTED;
import static dev.kanmin.trademissions.mission.ApplicationState.WITHDRAWN;

import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.events.aggregates.LifeCycle.Role;
import dev.kanmin.events.aggregates.LifeCycle.Row;
import dev.kanmin.trademissions.mission.MissionCommand.*;
import java.util.List;
import java.util.stream.Stream;

/** What may be done with an application, when and by whom. */
final class ApplicationLifeCycle {
  private static final List<Role<MissionApplication>> THE_MISSIONS =
      MissionLifeCycle.OWN.stream().map(role -> role.of(MissionApplication::mission)).toList();

  private static final List<Role<MissionApplication>> ALL =
      Stream.concat(
              THE_MISSIONS.stream(),
              Stream.of(new Role<>("submitter", MissionApplication::isSubmittedBy)))
          .toList();

  static final LifeCycle<ToApplication, MissionApplication> TABLE =
      LifeCycle.of(
              "application",
              MissionLifeCycle.SCOPE,
              MissionApplication::state,
              MissionRules.APPLICATION_NOT_IN_THIS_STATE)
          .within("mission", MissionApplication::missionState, MissionRules.NOT_IN_THIS_STATE)
          .others(MissionRules.NOT_YOUR_APPLICATION)
          .with(
              verb("select", Select.class)
                  .during(MissionState.SELECTING, MissionState.SELECTED)
                  .from(SUBMITTED, WAITLISTED)
                  .to(SELECTED)
                  .by(THE_MISSIONS)
                  .unless(MissionRules.PLACE_IS_OFFERED, MissionRules::offerOpen)
                  .unless(MissionRules.NO_PLACE_LEFT, MissionRules::placesTaken)
                  .repeatable(),
              verb("waitlist", Waitlist.class)
                  .during(MissionState.SELECTING)
                  .from(SUBMITTED)
                  .to(WAITLISTED)
                  .by(THE_MISSIONS)
                  .repeatable(),
              verb("decline", Decline.class)
                  .during(MissionState.SELECTING, MissionState.SELECTED)
                  .from(SUBMITTED, WAITLISTED)
                  .to(DECLINED)
                  .by(THE_MISSIONS)
                  .unless(MissionRules.PLACE_IS_OFFERED, MissionRules::offerOpen)
                  .repeatable(),
              verb("withdraw", Withdraw.class)
                  .during(
                      MissionState.OPEN,
                      MissionState.SELECTING,
                      MissionState.SELECTED,
                      MissionState.POSTPONED)
                  .from(SUBMITTED, SELECTED, WAITLISTED)
                  .to(WITHDRAWN)
                  .by(ALL)
                  .repeatable(),
              verb("accept-offer", AcceptOffer.class)
                  .during(MissionState.SELECTED)
                  .from(WAITLISTED)
                  .to(SELECTED)
                  .by(ALL)
                  .unless(MissionRules.NO_OFFER_OPEN, MissionRules::noOfferOpen)
                  .unless(MissionRules.REPLY_TOO_LATE, MissionRules::replyTooLate)
                  .repeatable((asked, it) -> it.application().hasOffer(OfferState.ACCEPTED)),
              verb("decline-offer", DeclineOffer.class)
                  .during(MissionState.SELECTED)
                  .from(WAITLISTED)
                  .to(WITHDRAWN)
                  .by(ALL)
                  .unless(MissionRules.NO_OFFER_OPEN, MissionRules::noOfferOpen)
                  .repeatable((asked, it) -> it.application().hasOffer(OfferState.DECLINED)));

  private ApplicationLifeCycle() {}

  private static <K extends ToApplication> Row<K, MissionApplication> verb(
      String code, Class<K> command) {
    return LifeCycle.verb(code, command);
  }
}
