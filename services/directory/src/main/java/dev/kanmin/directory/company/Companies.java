package dev.kanmin.directory.company;

import dev.kanmin.directory.merge.Merges;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.Aggregates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything that a company is to the platform. */
@Configuration(proxyBeanMethods = false)
class Companies {
  static final AggregateType<CompanyCommand, CompanyEvent, Company> TYPE =
      AggregateType.of(
              "company",
              "cmp",
              CompanyRules.NO_SUCH_COMPANY,
              CompanyEvent.class,
              Company.class,
              new CompanyDecider())
          .storedAs("companies")
          .bornBy(CompanyLifeCycle.TABLE::bears)
          .visibleTo((company, agency) -> !company.isErased())
          .card(CompanyCard::of)
          .keys(CompanyKeys::of, CompanyKeys.INDEXES)
          .build();

  @Bean
  Aggregates<CompanyCommand, CompanyEvent, Company> companyAggregates(AggregateStore store) {
    return store.aggregates(TYPE);
  }

  @Bean
  Merges companyMerges(AggregateStore store) {
    return new Merges(store, "company-merges");
  }
}
