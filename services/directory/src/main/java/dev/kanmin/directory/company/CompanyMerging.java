package dev.kanmin.directory.company;

import dev.kanmin.directory.company.CompanyCommand.Erase;
import dev.kanmin.directory.company.CompanyCommand.EraseMerged;
import dev.kanmin.directory.company.CompanyCommand.Merge;
import dev.kanmin.directory.contact.Contacts;
import dev.kanmin.directory.merge.Merges;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Receipt;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What concerns more than one record of a company. */
@Component
class CompanyMerging {
  private final Aggregates<CompanyCommand, CompanyEvent, Company> companies;
  private final Merges merges;
  private final Contacts contacts;

  CompanyMerging(
      Aggregates<CompanyCommand, CompanyEvent, Company> companies,
      Merges companyMerges,
      Contacts contacts) {
    this.companies = companies;
    this.merges = companyMerges;
    this.contacts = contacts;
  }

  Mono<Receipt> merge(String id, String into, CommandContext context) {
    return merges.merge(
        id,
        into,
        survivor ->
            companies
                .find(survivor, context.by())
                .then(companies.find(id, context.by()))
                .doOnNext(it -> decide(it.state(), survivor, context)),
        survivor -> companies.handle(id, new Merge(survivor), context));
  }

  private void decide(Company company, String survivor, CommandContext context) {
    companies.type().decider().decide(new Merge(survivor), company, context);
  }

  /**
   * The people and those merged into it first: an erasure that breaks off is asked for again under
   * the same id.
   */
  Mono<Receipt> erase(String id, CommandContext context) {
    return companies
        .find(id, context.by())
        .filter(found -> found.state().isOwnedBy(context.by()))
        .flatMap(found -> erasePeople(id).then(eraseMergedInto(id, context)))
        .then(companies.handle(id, new Erase(), context));
  }

  private Mono<Void> erasePeople(String id) {
    return merges.mergedInto(id).startWith(id).collectList().flatMap(contacts::eraseAbout);
  }

  private Mono<Void> eraseMergedInto(String id, CommandContext context) {
    return merges
        .mergedInto(id)
        .concatMap(companies::find)
        .filter(earlier -> !earlier.state().isErased())
        .concatMap(earlier -> companies.handle(earlier.id(), new EraseMerged(), context))
        .then();
  }
}
