package dev.kanmin.marketintelligence.watch;

import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.marketintelligence.watch.Deliveries.Delivery;
import dev.kanmin.marketintelligence.watch.Deliveries.Fault;
import dev.kanmin.marketintelligence.watch.Telling.Rhythm;
import dev.kanmin.marketintelligence.watch.Turns.Turn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends the mails of the watches whose turn it is. Any number of replicas may do so: a turn is
 * taken by one. A mail that a server took right before this process ended is sent once more, under
 * the same id.
 */
@Component
class DeliveryTimer {
  private static final Logger log = LoggerFactory.getLogger(DeliveryTimer.class);

  /** After each attempt that failed; then the mail is given up. */
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(4),
          Duration.ofHours(12));

  private final Aggregates<WatchCommand, WatchEvent, Watch> watches;
  private final Turns turns;
  private final Alerts alerts;
  private final Deliveries deliveries;
  private final MailDoor door;
  private final WatchProperties properties;
  private final Clock clock;

  DeliveryTimer(
      Aggregates<WatchCommand, WatchEvent, Watch> watches,
      Turns turns,
      Alerts alerts,
      Deliveries deliveries,
      MailDoor door,
      WatchProperties properties,
      Clock clock) {
    this.watches = watches;
    this.turns = turns;
    this.alerts = alerts;
    this.deliveries = deliveries;
    this.door = door;
    this.properties = properties;
    this.clock = clock;
  }

  /** All that is due now, some at the same time; how many watches were served. */
  @Scheduled(fixedDelayString = "${watches.check}")
  Mono<Long> check() {
    return Flux.range(0, properties.atOnce())
        .flatMap(_ -> Mono.defer(this::next).repeat().takeWhile(served -> served))
        .count()
        .doOnError(failure -> log.warn("Mails were not sent: {}", failure.toString()))
        .onErrorComplete();
  }

  /** Whether a watch was due. */
  private Mono<Boolean> next() {
    return turns
        .take(clock.instant())
        .flatMap(
            turn ->
                serve(turn)
                    // the turn comes again when its lease is over; no other one waits for it
                    .doOnError(
                        failure ->
                            log.warn("{} was not served: {}", turn.watch(), failure.toString()))
                    .onErrorComplete()
                    .thenReturn(true))
        .defaultIfEmpty(false);
  }

  private Mono<Void> serve(Turn turn) {
    return watches
        .find(turn.watch())
        .flatMap(
            stored ->
                switch (stored.state().state()) {
                  case ACTIVE -> tell(turn, stored.state()).thenReturn(true);
                  // what was found before the pause is told after it
                  case PAUSED ->
                      turns.again(turn, clock.instant().plus(WAITS.getLast())).thenReturn(true);
                  case ENDED ->
                      alerts
                          .forget(turn.watch())
                          .then(turns.idle(turn, clock.instant()))
                          .thenReturn(true);
                })
        .then();
  }

  private Mono<Void> tell(Turn turn, Watch watch) {
    String id = Ids.derived("dlv", turn.watch(), String.valueOf(turn.round()));
    Instant now = clock.instant();
    return deliveries
        .open(id, turn.watch(), now)
        .flatMap(
            delivery ->
                alerts
                    .goWith(turn.watch(), id)
                    .then(Mono.zip(alerts.countOf(id), alerts.firstOf(id, WatchMail.MOST_NAMED)))
                    .flatMap(
                        found ->
                            door.send(
                                    WatchMail.of(
                                        id, watch, found.getT2(), found.getT1(), properties.site()))
                                .flatMap(
                                    fault -> settle(turn, watch, delivery, found.getT1(), fault))));
  }

  private Mono<Void> settle(
      Turn turn, Watch watch, Delivery delivery, long count, Optional<Fault> fault) {
    Instant now = clock.instant();
    if (fault.isEmpty()) {
      return deliveries.sent(delivery, count, now).then(finished(turn, watch, now));
    }
    Optional<Instant> again =
        fault.get() == Fault.REFUSED || delivery.attempts() >= WAITS.size()
            ? Optional.empty()
            : Optional.of(now.plus(WAITS.get(delivery.attempts())));
    log.warn("The mail {} did not go: {}", delivery.id(), fault.get().code());
    return deliveries
        .failed(delivery, count, fault.get(), again)
        .then(again.map(at -> turns.again(turn, at)).orElseGet(() -> finished(turn, watch, now)));
  }

  private Mono<Void> finished(Turn turn, Watch watch, Instant now) {
    Telling telling = watch.known().telling();
    Instant next =
        telling.rhythm() == Rhythm.AT_ONCE ? now.plus(properties.gap()) : telling.next(now);
    return alerts
        .areWaiting(turn.watch())
        .flatMap(more -> more ? turns.settled(turn, next) : turns.idle(turn, next));
  }
}
