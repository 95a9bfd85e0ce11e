package dev.kanmin.smeadvice.cases;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.kanmin.codes.Field;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.events.wire.Card;
import dev.kanmin.smeadvice.companies.Companies;
import dev.kanmin.web.Keyset;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Reader;
import java.util.List;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads of cases. Each takes the reader and shows what that agency may see. */
@Component
class CaseQueries {
  private final Aggregates<CaseCommand, CaseEvent, Case> cases;
  private final Companies companies;

  CaseQueries(Aggregates<CaseCommand, CaseEvent, Case> cases, Companies companies) {
    this.cases = cases;
    this.companies = companies;
  }

  Mono<CaseView> one(String id, Reader reader) {
    return cases
        .find(id, reader.agency())
        .flatMap(
            stored ->
                companies
                    .consent(stored.state().subject().companyId())
                    .map(consent -> CaseView.of(stored, consent, reader)));
  }

  /** What the receiver of the referral does not see of the case, for want of consent. */
  Mono<List<Page.LeftOut>> leftOut(String id, String referral, CommandContext context) {
    return cases
        .find(id, context.by())
        .flatMap(
            stored ->
                companies
                    .consent(stored.state().subject().companyId())
                    .map(
                        consent ->
                            CaseView.leftOut(
                                stored.state(),
                                stored.state().findReferral(referral).referral(),
                                consent,
                                context.at())));
  }

  /** In order of their opening, the last one first. */
  Mono<Page<CaseView.Summary>> list(CaseFilter filter, PageRequest page, Reader reader) {
    return Mono.justOrEmpty(filter.company())
        .flatMap(companies::ids)
        .defaultIfEmpty(List.of())
        .flatMap(
            company ->
                Keyset.query(
                    cases.collection(), filter.asked(company), page, "-" + CaseKeys.OPENED))
        .map(found -> found.map(document -> CaseView.Summary.of(cases.read(document), reader)));
  }

  /**
   * The open cases of what a card is about, in order of their ids. What serves every field concerns
   * them all.
   *
   * @param behind the id of a case; only those that come after it
   */
  Flux<Stored<Case>> openAbout(Card card, String behind) {
    List<String> countries = card.countries().stream().map(Card.Share::code).toList();
    List<String> fields = card.fields().stream().map(Card.Share::code).toList();
    Bson inField =
        fields.contains(Field.CROSS_FIELD.code())
            ? Filters.empty()
            : Filters.in(CaseKeys.FIELD, fields);
    return byId(
        Filters.and(
            Filters.in(CaseKeys.COUNTRY, countries),
            inField,
            Filters.eq(CaseKeys.OPEN, true),
            Filters.gt("_id", behind)));
  }

  /** The open cases of a company, whichever of its ids is given, in order of their ids. */
  Flux<Stored<Case>> openOf(String companyId) {
    return companies
        .ids(companyId)
        .flatMapMany(
            ids ->
                byId(
                    Filters.and(
                        Filters.in(CaseKeys.COMPANY, ids), Filters.eq(CaseKeys.OPEN, true))));
  }

  /** The cases told of that id of a company alone, open or closed, in order of their ids. */
  Flux<Stored<Case>> toldOf(String companyId) {
    return byId(Filters.eq(CaseKeys.COMPANY, companyId));
  }

  private Flux<Stored<Case>> byId(Bson which) {
    return Flux.from(cases.collection().find(which).sort(Sorts.ascending("_id"))).map(cases::read);
  }
}
