package dev.kanmin.marketintelligence.report;

import dev.kanmin.codes.Coded;

/** Where a report stands. Labels stand in the code list {@code report-states}. */
public enum ReportState implements Coded {
  DRAFT,
  PUBLISHED,
  EXPIRED,
  WITHDRAWN
}
