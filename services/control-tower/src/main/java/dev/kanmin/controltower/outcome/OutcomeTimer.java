package dev.kanmin.controltower.outcome;

import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.DueCommands;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets claims expire that nobody confirmed in time. */
@Component
class OutcomeTimer {
  private final DueCommands<OutcomeCommand, OutcomeEvent, Outcome> due;

  OutcomeTimer(Aggregates<OutcomeCommand, OutcomeEvent, Outcome> outcomes, Clock clock) {
    this.due =
        new DueCommands<>(
            outcomes,
            Outcomes.CONFIRM_BY,
            outcome -> outcome.owner().orElseThrow(),
            new OutcomeCommand.Expire(),
            clock);
  }

  /** One look; how many outcomes expired. */
  @Scheduled(fixedDelayString = "${outcomes.expiry-check}")
  Mono<Long> check() {
    return due.check();
  }
}
