package dev.kanmin.trademissions.mission;

import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.DueCommands;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets offers lapse whose time to reply is over, in the organiser's name. */
@Component
class OfferTimer {
  private final DueCommands<MissionCommand, MissionEvent, Mission> due;

  OfferTimer(Aggregates<MissionCommand, MissionEvent, Mission> missions, Clock clock) {
    this.due =
        new DueCommands<>(
            missions,
            MissionKeys.OFFER_ENDS,
            Mission::organiser,
            new MissionCommand.LapseOffers(),
            clock);
  }

  /** One look; how many missions had offers that lapsed. */
  @Scheduled(fixedDelayString = "${missions.offer-check}")
  Mono<Long> check() {
    return due.check();
  }
}
