package dev.kanmin.directory.company;

import dev.kanmin.directory.contact.ContactSubjects;
import dev.kanmin.directory.merge.Merges;
import dev.kanmin.events.aggregates.Aggregates;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Companies as what contact persons belong to. */
@Component
class CompanyContacts implements ContactSubjects {
  private final Aggregates<CompanyCommand, CompanyEvent, Company> companies;
  private final Merges merges;

  CompanyContacts(
      Aggregates<CompanyCommand, CompanyEvent, Company> companies, Merges companyMerges) {
    this.companies = companies;
    this.merges = companyMerges;
  }

  @Override
  public boolean couldBe(String id) {
    return id.startsWith(companies.type().idPrefix() + "_");
  }

  @Override
  public Mono<List<String>> idsOf(String id) {
    return merges
        .survivor(id)
        .flatMap(companies::find)
        .filter(found -> !found.state().isErased())
        .flatMap(found -> merges.mergedInto(found.id()).startWith(found.id()).collectList());
  }
}
