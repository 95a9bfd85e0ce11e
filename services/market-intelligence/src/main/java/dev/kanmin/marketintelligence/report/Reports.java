package dev.kanmin.marketintelligence.report;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.StoreIndex;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a report is to the platform. */
@Configuration(proxyBeanMethods = false)
class Reports {
  static final String STATE = "keys.state";
  static final String KIND = "keys.kind";
  static final String OWNER = "keys.owner";
  static final String PUBLIC = "keys.public";
  static final String COUNTRIES = "keys.countries";
  static final String FIELDS = "keys.fields";
  static final String EXPIRES = "keys.expires";
  static final String LIVE_UNTIL = "keys.liveUntil";

  static final AggregateType<ReportCommand, ReportEvent, Report> TYPE =
      AggregateType.of(
              ReportLifeCycle.KIND,
              "rpt",
              ReportRules.NO_SUCH_REPORT,
              ReportEvent.class,
              Report.class,
              new ReportDecider())
          .bornBy(ReportLifeCycle.TABLE::bears)
          .visibleTo(Report::isVisibleTo)
          .card(ReportCard::of)
          .keys(
              Reports::keys,
              List.of(
                  StoreIndex.ascending("expires", EXPIRES, "_id"),
                  StoreIndex.ascending("country-expires", COUNTRIES, EXPIRES, "_id"),
                  StoreIndex.ascending("field-expires", FIELDS, EXPIRES, "_id"),
                  StoreIndex.ascending("owner-expires", OWNER, EXPIRES, "_id"),
                  new StoreIndex("live-until", new Document(LIVE_UNTIL, 1), true)))
          .build();

  @Bean
  Aggregates<ReportCommand, ReportEvent, Report> reportAggregates(AggregateStore store) {
    return store.aggregates(TYPE);
  }

  private static Document keys(Report report) {
    ReportContent content = report.known();
    Date over = Date.from(ReportRules.over(content.expires()));
    Document keys =
        new Document("state", report.state().code())
            .append("kind", content.kind())
            .append("owner", report.owner().orElseThrow().code())
            .append("public", report.publishedOn().isPresent())
            .append("countries", content.countries().stream().map(CountryCode::code).toList())
            .append("fields", content.fields().stream().map(Field::code).toList())
            .append("expires", over);
    if (report.state() == ReportState.PUBLISHED) {
      keys.append("liveUntil", over);
    }
    return keys;
  }
}
