package dev.kanmin.trademissions.mission;

import static dev.kanmin.trademissions.mission.MissionState.SELECTED;

import dev.kanmin.trademissions.mission.MissionCommand.AcceptOffer;
import dev.kanmin.trademissions.mission.MissionCommand.DeclineOffer;
import dev.kanmin.trademissions.mission.MissionEvent.ApplicationWithdrawn;
import dev.kanmin.trademissions.mission.MissionEvent.OfferAccepted;
import dev.kanmin.trademissions.mission.MissionEvent.OfferDeclined;
import dev.kanmin.trademissions.mission.MissionEvent.OfferLapsed;
import dev.kanmin.trademissions.mission.MissionEvent.OfferWithdrawn;
import dev.kanmin.trademissions.mission.MissionEvent.ParticipantSelected;
import dev.kanmin.trademissions.mission.MissionEvent.PlaceOffered;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The part of the decider that is about places which fall free after the selection: each is offered
 * to the first on the waitlist, who has some days to reply, then to the next.
 */
final class Offers {
  static final int USUAL_REPLY_DAYS = 7;

  /**
   * Open at the same time; each reply or lapse lets the next one out. Keeps the events of one
   * command well below what an outbox holds.
   */
  static final int MOST_OPEN_OFFERS = 100;

  private Offers() {}

  /** What to offer to whom, when nothing else is to happen. */
  static List<? extends MissionEvent> offerFreePlaces(Mission mission, Instant at) {
    if (mission.state() != SELECTED) {
      return List.of();
    }
    Instant begins = mission.plan().begins().orElse(Instant.MAX);
    if (!at.isBefore(begins)) {
      return List.of();
    }
    int days = mission.plan().offerReplyDays().orElse(USUAL_REPLY_DAYS);
    Instant replyBy = earlier(at.plus(Duration.ofDays(days)), begins);
    int offers = Math.min(mission.freePlaces(), MOST_OPEN_OFFERS - mission.openOffers().size());
    return mission.line().stream()
        .limit(Math.max(0, offers))
        .map(next -> new PlaceOffered(next.id(), replyBy))
        .toList();
  }

  static List<MissionEvent> accept(AcceptOffer accept, Mission mission) {
    Application application = Applications.findFor(accept, mission);
    if (stands(application, OfferState.ACCEPTED)) {
      return List.of();
    }
    openOffer(application);
    if (application.hasOfferDueBefore(accept.at())) {
      throw MissionRules.REPLY_TOO_LATE.refuse("The place goes to the next on the waitlist.");
    }
    return List.of(
        new OfferAccepted(application.id()),
        new ParticipantSelected(application.id(), ApplicationState.SELECTED));
  }

  static List<MissionEvent> decline(DeclineOffer decline, Mission mission) {
    Application application = Applications.findFor(decline, mission);
    if (stands(application, OfferState.DECLINED)) {
      return List.of();
    }
    openOffer(application);
    return List.of(
        new OfferDeclined(application.id()),
        new ApplicationWithdrawn(application.id(), ApplicationState.WITHDRAWN));
  }

  static List<MissionEvent> lapse(Mission mission, Instant at) {
    return mission.applications().stream()
        .filter(it -> it.hasOfferDueBefore(at))
        .<MissionEvent>map(it -> new OfferLapsed(it.id()))
        .toList();
  }

  /**
   * The line keeps its order: whose offer is taken back is asked first when the mission goes on.
   */
  static List<? extends MissionEvent> takeBack(Mission mission) {
    return mission.openOffers().stream().map(it -> new OfferWithdrawn(it.id())).toList();
  }

  private static boolean stands(Application application, OfferState state) {
    return application.offer().filter(it -> it.state() == state).isPresent();
  }

  private static void openOffer(Application application) {
    if (!application.hasOpenOffer()) {
      throw MissionRules.NO_OFFER_OPEN.refuse(
          "The application is " + application.state().code() + ", and no offer waits for a reply.");
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
