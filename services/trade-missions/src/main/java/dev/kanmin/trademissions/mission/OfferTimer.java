package dev.kanmin.trademissions.mission;

import com.mongodb.client.model.Filters;
import dev.kanmin.events.Actor;
import dev.kanmin.events.CommandContext;
import dev.kanmin.events.Receipt;
import dev.kanmin.events.Stored;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks for offers whose time to reply is over and lets them lapse, in the organiser's name. Any
 * number of replicas may do so: an offer lapses once.
 */
@Component
class OfferTimer {
  private static final Logger log = LoggerFactory.getLogger(OfferTimer.class);
  private static final String CLIENT = "offer-timer";

  private final Missions missions;
  private final Clock clock;

  OfferTimer(Missions missions, Clock clock) {
    this.missions = missions;
    this.clock = clock;
  }

  /** One look; how many missions had offers that lapsed. */
  @Scheduled(fixedDelayString = "${trade-missions.offer-check}")
  Mono<Long> check() {
    return Mono.defer(
            () -> {
              Instant now = clock.instant();
              return Flux.from(
                      missions.collection().find(Filters.lt(Missions.OFFER_ENDS, Date.from(now))))
                  .map(missions::read)
                  .concatMap(due -> lapse(due, now))
                  .count();
            })
        .doOnError(failure -> log.warn("Offers were not checked: {}", failure.toString()))
        .onErrorComplete();
  }

  private Mono<Receipt> lapse(Stored<Mission> due, Instant now) {
    Actor organiser = new Actor(due.state().organiser().code(), CLIENT);
    return missions.handle(
        due.id(), new MissionCommand.LapseOffers(now), CommandContext.of(organiser, now));
  }
}
