package dev.kanmin.marketintelligence.report;

import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.DueCommands;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets reports expire that no longer hold. */
@Component
class ReportTimer {
  private final DueCommands<ReportCommand, ReportEvent, Report> due;

  ReportTimer(Aggregates<ReportCommand, ReportEvent, Report> reports, Clock clock) {
    this.due =
        new DueCommands<>(
            reports,
            Reports.LIVE_UNTIL,
            report -> report.owner().orElseThrow(),
            new ReportCommand.Expire(),
            clock);
  }

  /** One look; how many reports expired. */
  @Scheduled(fixedDelayString = "${reports.expiry-check}")
  Mono<Long> check() {
    return due.check();
  }
}
