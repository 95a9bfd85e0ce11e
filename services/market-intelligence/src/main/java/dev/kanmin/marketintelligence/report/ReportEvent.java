package dev.kanmin.marketintelligence.report;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.wire.EventType;
import dev.kanmin.events.wire.NotPublished;
import java.time.LocalDate;
import java.util.Optional;

/** All that can happen to a report. Its body stays with this service, where it is read. */
public sealed interface ReportEvent {
  /** Where it stands after this event. */
  ReportState state();

  @EventType("report-drafted")
  record ReportDrafted(
      ReportState state,
      @NotPublished Optional<AgencyCode> owner,
      @NotPublished Optional<ReportContent> content)
      implements ReportEvent {}

  @EventType("report-revised")
  record ReportRevised(ReportState state, @NotPublished Optional<ReportContent> content)
      implements ReportEvent {}

  /**
   * From now on every agency reads it.
   *
   * @param kind a code of {@code report-kinds}
   * @param expires the last day on which it holds
   */
  @EventType("report-published")
  record ReportPublished(ReportState state, String kind, LocalDate on, LocalDate expires)
      implements ReportEvent {}

  /** It holds longer. */
  @EventType("report-extended")
  record ReportExtended(ReportState state, LocalDate expires) implements ReportEvent {}

  @EventType("report-withdrawn")
  record ReportWithdrawn(ReportState state) implements ReportEvent {}

  @EventType("report-expired")
  record ReportExpired(ReportState state) implements ReportEvent {}
}
