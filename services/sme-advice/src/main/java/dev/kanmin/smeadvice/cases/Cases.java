package dev.kanmin.smeadvice.cases;

import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.Aggregates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What a case is to the platform. Every agency may know of it, as its card says; {@link CaseView}
 * keeps what was said in confidence from those who do not advise.
 */
@Configuration(proxyBeanMethods = false)
class Cases {
  static final AggregateType<CaseCommand, CaseEvent, Case> TYPE =
      AggregateType.of(
              "case",
              "case",
              CaseRules.NO_SUCH_CASE,
              CaseEvent.class,
              Case.class,
              new CaseDecider())
          .bornBy(CaseLifeCycle.TABLE::bears)
          .card(CaseCard::of)
          .keys(CaseKeys::of, CaseKeys.INDEXES)
          .build();

  @Bean
  Aggregates<CaseCommand, CaseEvent, Case> caseAggregates(AggregateStore store) {
    return store.aggregates(TYPE);
  }
}
