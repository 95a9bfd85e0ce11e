package dev.kanmin.marketintelligence.report;

import static dev.kanmin.marketintelligence.report.ReportState.DRAFT;
import static dev.kanmin.marketintelligence.report.ReportState.EXPIRED;
import static dev.kanmin.marketintelligence.report.ReportState.PUBLISHED;
import static dev.kanmin.marketintelligence.report.ReportState.WITHDRAWN;

import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.events.aggregates.LifeCycle.Role;
import dev.kanmin.events.aggregates.LifeCycle.Row;
import dev.kanmin.marketintelligence.report.ReportCommand.*;
import java.util.List;

/** What may be done with a report, when and by whom. */
final class ReportLifeCycle {
  static final String KIND = "report";

  private static final List<Role<Report>> OWN = List.of(new Role<>("owner", Report::isOwnedBy));

  static final LifeCycle<ReportCommand, Report> TABLE =
      LifeCycle.of(KIND, "market:write", Report::state, ReportRules.NOT_IN_THIS_STATE)
          .others(ReportRules.NOT_YOUR_REPORT)
          .with(
              verb("draft", Draft.class)
                  .to(DRAFT)
                  .unless(ReportRules.ALREADY_DRAFTED, ReportRules::drafted),
              verb("revise", Revise.class).from(DRAFT, PUBLISHED).by(OWN),
              verb("publish", Publish.class)
                  .from(DRAFT)
                  .to(PUBLISHED)
                  .by(OWN)
                  .unless(ReportRules.EXPIRED, ReportRules::held)
                  .repeatable(),
              verb("extend", Extend.class)
                  .from(DRAFT, PUBLISHED, EXPIRED)
                  .to(DRAFT, PUBLISHED)
                  .by(OWN),
              verb("withdraw", Withdraw.class)
                  .from(DRAFT, PUBLISHED, EXPIRED)
                  .to(WITHDRAWN)
                  .by(OWN)
                  .repeatable(),
              verb("expire", Expire.class).from(PUBLISHED).to(EXPIRED).internal().repeatable());

  private ReportLifeCycle() {}

  private static <K extends ReportCommand> Row<K, Report> verb(String code, Class<K> command) {
    return LifeCycle.verb(code, command);
  }
}
