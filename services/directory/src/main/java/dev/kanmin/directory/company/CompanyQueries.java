package dev.kanmin.directory.company;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.kanmin.codes.CorporateNumber;
import dev.kanmin.directory.merge.DuplicateGroup;
import dev.kanmin.directory.merge.DuplicateSearch;
import dev.kanmin.directory.merge.Duplicates;
import dev.kanmin.directory.merge.Duplicates.DuplicateFilter;
import dev.kanmin.directory.merge.Merges;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.web.Keyset;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Reader;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads of companies. Each takes the reader and shows what that agency may see. */
@Component
class CompanyQueries {
  private final Aggregates<CompanyCommand, CompanyEvent, Company> companies;
  private final Merges merges;

  CompanyQueries(
      Aggregates<CompanyCommand, CompanyEvent, Company> companies, Merges companyMerges) {
    this.companies = companies;
    this.merges = companyMerges;
  }

  /** Under any id that it ever had. */
  Mono<CompanyView> company(String id, Reader reader) {
    return merges
        .survivor(id)
        .flatMap(
            survivor ->
                companies
                    .find(survivor, reader.agency())
                    .map(
                        stored ->
                            CompanyView.of(
                                stored,
                                Optional.of(id).filter(asked -> !asked.equals(stored.id())),
                                reader)));
  }

  /** In the order of their ids. */
  Mono<Page<CompanyView.Summary>> companies(CompanyFilter filter, Reader reader, PageRequest page) {
    return Keyset.query(companies.collection(), filter.bson(), page)
        .map(
            found ->
                found.map(document -> CompanyView.Summary.of(companies.read(document), reader)));
  }

  /**
   * Refuses a profile whose corporate number another active record has.
   *
   * @param id of the one that is to get it
   */
  Mono<Void> refuseKnown(CompanyProfile profile, String id) {
    return Mono.justOrEmpty(profile.corporateNumber())
        .flatMapMany(this::activeWith)
        .filter(other -> !other.id().equals(id))
        .next()
        .flatMap(
            other ->
                Mono.error(
                    CompanyRules.CORPORATE_NUMBER_KNOWN.refuse(
                        "It is " + other.id() + "; use that.", "/corporateNumber")));
  }

  /** Those that go on under that number. There is one, unless two were registered at once. */
  Flux<Stored<Company>> activeWith(CorporateNumber number) {
    return Flux.from(
            companies
                .collection()
                .find(
                    Filters.and(
                        Filters.eq(CompanyKeys.NUMBER, number.digits()),
                        Filters.eq(CompanyKeys.STATE, CompanyState.ACTIVE.code()))))
        .map(companies::read);
  }

  /** For export, in the order of their ids. */
  Flux<List<String>> lines(CompanyFilter filter, Reader reader) {
    return Flux.from(companies.collection().find(filter.bson()).sort(Sorts.ascending("_id")))
        .map(companies::read)
        .map(
            stored ->
                CompanySheet.line(
                    stored,
                    stored
                        .state()
                        .allows(ConsentPurpose.SEE_PROFILE, reader.agency(), reader.at())));
  }

  /**
   * Active records of one number, or of one name and prefecture. Sole proprietors are proposed to
   * the responsible agency alone: that two have one name would tell it.
   */
  Mono<Duplicates> duplicates(DuplicateFilter filter, Reader reader) {
    Bson seen =
        Filters.and(
            Filters.eq(CompanyKeys.STATE, CompanyState.ACTIVE.code()),
            Filters.or(
                Filters.exists(CompanyKeys.NUMBER),
                Filters.eq(CompanyKeys.OWNER, reader.agency().code())));
    return Duplicates.of(
        Flux.concat(
            DuplicateSearch.search(
                companies.collection(), DuplicateGroup.SAME_NUMBER, seen, CompanyKeys.NUMBER, ""),
            DuplicateSearch.search(
                companies.collection(),
                DuplicateGroup.SAME_NAME,
                seen,
                CompanyKeys.NAME,
                CompanyKeys.PREFECTURE)),
        filter);
  }
}
