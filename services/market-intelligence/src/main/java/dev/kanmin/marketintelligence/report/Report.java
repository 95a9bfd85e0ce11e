package dev.kanmin.marketintelligence.report;

import dev.kanmin.codes.AgencyCode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The state of a report.
 *
 * @param publishedOn in Japan
 */
public record Report(
    ReportState state,
    Optional<AgencyCode> owner,
    Optional<ReportContent> content,
    Optional<LocalDate> publishedOn) {

  static final Report NONE =
      new Report(ReportState.DRAFT, Optional.empty(), Optional.empty(), Optional.empty());

  ReportContent known() {
    return content.orElseThrow();
  }

  boolean isOwnedBy(AgencyCode agency) {
    return owner.equals(Optional.of(agency));
  }

  /** A draft is its agency's own. */
  boolean isVisibleTo(AgencyCode agency) {
    return publishedOn.isPresent() || isOwnedBy(agency);
  }

  Report in(ReportState newState) {
    return new Report(newState, owner, content, publishedOn);
  }

  Report saying(ReportContent newContent) {
    return new Report(state, owner, Optional.of(newContent), publishedOn);
  }
}
