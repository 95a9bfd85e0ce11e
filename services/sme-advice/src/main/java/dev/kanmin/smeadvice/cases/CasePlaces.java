package dev.kanmin.smeadvice.cases;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.kanmin.codes.Cell;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.events.aggregates.Refusal;
import dev.kanmin.smeadvice.cases.CaseCommand.Open;
import dev.kanmin.smeadvice.companies.Companies;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sees to it that a company has one open case per cell. The id of a case follows from company, cell
 * and how many there were before: who opens at the same moment meets in the same id.
 */
@Component
class CasePlaces {
  private final Aggregates<CaseCommand, CaseEvent, Case> cases;
  private final Companies companies;

  CasePlaces(Aggregates<CaseCommand, CaseEvent, Case> cases, Companies companies) {
    this.cases = cases;
    this.companies = companies;
  }

  /**
   * The cases of a company in a cell.
   *
   * @param companyId the company itself, or the one that it was merged into
   * @param latest the open one, else the one opened last, if there ever was one
   * @param open whether that one is open
   * @param next id of the next one
   */
  record Place(String companyId, Optional<String> latest, boolean open, String next) {}

  Mono<Place> of(String companyId, Cell cell) {
    return companies.ids(companyId).flatMap(ids -> ofCompany(ids, cell));
  }

  private Mono<Place> ofCompany(List<String> ids, Cell cell) {
    return Flux.from(
            cases
                .collection()
                .find(
                    Filters.in(
                        CaseKeys.PLACE, ids.stream().map(it -> CaseKeys.place(it, cell)).toList()))
                .projection(Projections.include(CaseKeys.OPEN))
                .sort(Sorts.ascending(CaseKeys.OPENED, "_id")))
        .collectList()
        .map(found -> place(ids.getFirst(), cell, found));
  }

  /**
   * Opens a case, unless one is open. The one opened last is asked first: it refuses and tells that
   * it is open, or knows the caller's key and answers as it did then.
   */
  Mono<Receipt> open(Open asked, CommandContext context) {
    return of(asked.companyId(), asked.cell())
        .flatMap(
            place ->
                Mono.justOrEmpty(place.latest())
                    .flatMap(
                        latest ->
                            cases.handle(latest, asked.as(latest, place.companyId()), context))
                    .onErrorResume(CasePlaces::wasClosed, refusal -> Mono.empty())
                    .switchIfEmpty(
                        Mono.defer(
                            () ->
                                cases.bear(
                                    place.next(),
                                    asked.as(place.next(), place.companyId()),
                                    context))));
  }

  private static boolean isOpen(Document found) {
    return found.getEmbedded(List.of("keys", "open"), Boolean.FALSE);
  }

  private static boolean wasClosed(Throwable failure) {
    return failure instanceof Refusal refusal && refusal.rule().equals(CaseRules.CLOSED_BEFORE);
  }

  private static Place place(String companyId, Cell cell, List<Document> found) {
    Optional<Document> open = found.stream().filter(CasePlaces::isOpen).findFirst();
    return new Place(
        companyId,
        open.or(() -> found.reversed().stream().findFirst()).map(it -> it.getString("_id")),
        open.isPresent(),
        Ids.derived("case", companyId, cell.toString(), String.valueOf(found.size())));
  }
}
