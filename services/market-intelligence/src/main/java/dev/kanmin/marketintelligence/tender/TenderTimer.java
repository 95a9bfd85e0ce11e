package dev.kanmin.marketintelligence.tender;

import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.DueCommands;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Closes tenders whose deadline has passed. */
@Component
class TenderTimer {
  private final DueCommands<TenderCommand, TenderEvent, Tender> due;

  TenderTimer(Aggregates<TenderCommand, TenderEvent, Tender> tenders, Clock clock) {
    this.due =
        new DueCommands<>(
            tenders,
            Tenders.OPEN_UNTIL,
            tender -> tender.known().owner(),
            new TenderCommand.Lapse(),
            clock);
  }

  /** One look; how many tenders were closed. */
  @Scheduled(fixedDelayString = "${tenders.deadline-check}")
  Mono<Long> check() {
    return due.check();
  }
}
