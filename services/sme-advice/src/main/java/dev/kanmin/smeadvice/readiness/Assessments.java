package dev.kanmin.smeadvice.readiness;

import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.StoreIndex;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an assessment is to the platform: seen by who made it, and on no card. */
@Configuration(proxyBeanMethods = false)
class Assessments {
  static final String COMPANY = "keys.company";
  static final String AGENCY = "keys.agency";
  static final String VERSION = "keys.version";
  static final String ON = "keys.on";

  static final AggregateType<AssessmentCommand, AssessmentEvent, Assessment> TYPE =
      AggregateType.of(
              "readiness-assessment",
              "ra",
              AssessmentRules.NO_SUCH_ASSESSMENT,
              AssessmentEvent.class,
              Assessment.class,
              new AssessmentDecider())
          .bornBy(command -> true)
          .visibleTo(Assessment::isBy)
          .keys(
              Assessments::keys,
              List.of(
                  StoreIndex.ascending("by-company", COMPANY, ON, "_id"),
                  StoreIndex.ascending("by-agency", AGENCY, ON, "_id"),
                  StoreIndex.ascending("by-version", VERSION, COMPANY)))
          .build();

  @Bean
  Aggregates<AssessmentCommand, AssessmentEvent, Assessment> assessmentAggregates(
      AggregateStore store) {
    return store.aggregates(TYPE);
  }

  private static Document keys(Assessment one) {
    return new Document("company", one.companyId())
        .append("agency", one.by().code())
        .append("version", one.version())
        .append("on", Date.from(one.at()));
  }
}
