package dev.kanmin.trademissions.mission;

import dev.kanmin.trademissions.mission.MissionEvent.OfferLapsed;
import dev.kanmin.trademissions.mission.MissionEvent.OfferWithdrawn;
import dev.kanmin.trademissions.mission.MissionEvent.PlaceOffered;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * The part of the decider that is about places which fall free after the selection: each is offered
 * to the first on the waitlist, who has some days to reply, then to the next.
 */
final class PlaceOffers {
  static final int USUAL_REPLY_DAYS = 7;

  /**
   * Open at the same time; each reply or lapse lets the next one out. Keeps the events of one
   * command well below what an outbox holds.
   */
  static final int MOST_OPEN_OFFERS = 100;

  private PlaceOffers() {}

  /** What to offer to whom, when nothing else is to happen. */
  static List<PlaceOffered> ofFreePlaces(Mission mission, Instant at) {
    Instant begins = mission.plan().begins().orElse(Instant.MAX);
    if (mission.state() != MissionState.SELECTED || !at.isBefore(begins)) {
      return List.of();
    }
    int days = mission.plan().offerReplyDays().orElse(USUAL_REPLY_DAYS);
    Instant usual = at.plus(Duration.ofDays(days));
    Instant replyBy = usual.isBefore(begins) ? usual : begins;
    int offers = Math.min(mission.freePlaces(), MOST_OPEN_OFFERS - mission.openOffers().size());
    return mission.line().stream()
        .limit(Math.max(0, offers))
        .map(next -> new PlaceOffered(next.id(), replyBy))
        .toList();
  }

  static List<OfferLapsed> lapsed(Mission mission, Instant at) {
    return mission.openOffers().stream()
        .filter(it -> it.hasOfferDueBefore(at))
        .map(it -> new OfferLapsed(it.id()))
        .toList();
  }

  /**
   * The line keeps its order: whose offer is taken back is asked first when the mission goes on.
   */
  static List<OfferWithdrawn> takenBack(Mission mission) {
    return takenBack(mission, it -> true);
  }

  /** Those only that would still stand when the mission begins. */
  static List<OfferWithdrawn> takenBackFrom(Mission rescheduled) {
    Instant begins = rescheduled.plan().begins().orElse(Instant.MAX);
    return takenBack(
        rescheduled, it -> it.offer().stream().anyMatch(o -> o.replyBy().isAfter(begins)));
  }

  private static List<OfferWithdrawn> takenBack(Mission mission, Predicate<Application> which) {
    return mission.openOffers().stream()
        .filter(which)
        .map(it -> new OfferWithdrawn(it.id()))
        .toList();
  }
}
