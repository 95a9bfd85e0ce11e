package dev.kanmin.marketintelligence.report;

import java.time.LocalDate;

/** All that can be asked of a report. */
sealed interface ReportCommand {
  record Draft(ReportContent content) implements ReportCommand {}

  /** Of a draft, or of a published report, whose readers see it at once. */
  record Revise(ReportContent content) implements ReportCommand {}

  record Publish() implements ReportCommand {}

  /** It holds longer; an expired report is published again. */
  record Extend(LocalDate expires) implements ReportCommand {}

  record Withdraw() implements ReportCommand {}

  /** From the service's own timer. */
  record Expire() implements ReportCommand {}
}
