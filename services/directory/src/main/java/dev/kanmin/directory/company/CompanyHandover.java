package dev.kanmin.directory.company;

import com.mongodb.client.model.Filters;
import dev.kanmin.directory.office.LookedAfter;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.inbox.Policies;
import dev.kanmin.events.inbox.Policy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Companies that an office looks after go with its work. */
@Configuration(proxyBeanMethods = false)
class CompanyHandover {

  @Bean
  LookedAfter<CompanyCommand, CompanyEvent> companyWork(
      Aggregates<CompanyCommand, CompanyEvent, Company> companies) {
    return new LookedAfter<>(
        companies,
        CompanyKeys.OWNER,
        CompanyKeys.OFFICE,
        Filters.eq(CompanyKeys.STATE, CompanyState.ACTIVE.code()));
  }

  @Bean
  Policy companiesOfOffice(Policies policies, LookedAfter<CompanyCommand, CompanyEvent> work) {
    return work.goingWithTheOffice(
        policies,
        "companies-go-with-the-office",
        CompanyEvent.CompanyHandedOver.class,
        CompanyCommand.HandOver::new);
  }
}
