package dev.kanmin.controltower.outcome;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Field;
import dev.kanmin.controltower.fiscal.FiscalYears;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.StoreIndex;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an outcome is to the platform. */
@Configuration(proxyBeanMethods = false)
class Outcomes {
  static final String STATE = "keys.state";
  static final String KIND = "keys.kind";
  static final String COMPANY = "keys.company";
  static final String COUNTRY = "keys.country";
  static final String FIELDS = "keys.fields";
  static final String AGENCIES = "keys.agencies";
  static final String ORIGINS = "keys.origins";
  static final String YEAR = "keys.year";
  static final String CONFIRM_BY = "keys.confirmBy";

  static final AggregateType<OutcomeCommand, OutcomeEvent, Outcome> TYPE =
      AggregateType.of(
              OutcomeLifeCycle.KIND,
              "out",
              OutcomeRules.NO_SUCH_OUTCOME,
              OutcomeEvent.class,
              Outcome.class,
              new OutcomeDecider())
          .bornBy(OutcomeLifeCycle.TABLE::bears)
          .card(OutcomeCard::of)
          .keys(
              Outcomes::keys,
              List.of(
                  StoreIndex.ascending("by-cell", COUNTRY, FIELDS, "_id"),
                  StoreIndex.ascending("by-company", COMPANY, COUNTRY, "_id"),
                  StoreIndex.ascending("by-agency", AGENCIES, "_id"),
                  StoreIndex.ascending("by-origin", ORIGINS, "_id"),
                  StoreIndex.ascending("by-year", YEAR, "_id"),
                  new StoreIndex("confirm-by", new Document(CONFIRM_BY, 1), true)))
          .build();

  @Bean
  Aggregates<OutcomeCommand, OutcomeEvent, Outcome> outcomeAggregates(AggregateStore store) {
    return store.aggregates(TYPE);
  }

  private static Document keys(Outcome outcome) {
    Claim claim = outcome.known();
    Document keys =
        new Document("state", outcome.state().code())
            .append("kind", claim.kind())
            .append("company", claim.companyId())
            .append("country", claim.country().code())
            .append("fields", claim.fields().stream().map(Field::code).toList())
            .append("agencies", outcome.agencies().stream().map(AgencyCode::code).toList())
            .append("origins", claim.arisesFrom())
            .append("year", claim.fiscalYear());
    if (outcome.state() == OutcomeState.CLAIMED) {
      keys.append(
          "confirmBy",
          Date.from(
              outcome.confirmation().by().plusDays(1).atStartOfDay(FiscalYears.ZONE).toInstant()));
    }
    return keys;
  }
}
