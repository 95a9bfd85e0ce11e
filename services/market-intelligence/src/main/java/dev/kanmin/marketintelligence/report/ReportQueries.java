package dev.kanmin.marketintelligence.report;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.marketintelligence.report.ReportView.ReportSummary;
import dev.kanmin.web.Keyset;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Reader;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads of reports. Each takes the reader and shows what that agency may see. */
@Component
class ReportQueries {
  private final Aggregates<ReportCommand, ReportEvent, Report> reports;

  ReportQueries(Aggregates<ReportCommand, ReportEvent, Report> reports) {
    this.reports = reports;
  }

  Mono<ReportView> report(String id, Reader reader) {
    return reports.find(id, reader.agency()).map(stored -> ReportView.of(stored, reader));
  }

  Mono<Page<ReportSummary>> reports(ReportFilter filter, AgencyCode reader, PageRequest page) {
    return Keyset.query(reports.collection(), filter.seenBy(reader), page, Reports.EXPIRES)
        .map(found -> found.map(document -> ReportSummary.of(reports.read(document))));
  }
}
