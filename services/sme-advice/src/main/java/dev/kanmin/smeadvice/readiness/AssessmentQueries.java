package dev.kanmin.smeadvice.readiness;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.smeadvice.companies.Companies;
import dev.kanmin.smeadvice.questionnaire.Questionnaire;
import dev.kanmin.web.Keyset;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads of assessments: one's own, what all together show, and bands. */
@Component
public class AssessmentQueries {
  private final Aggregates<AssessmentCommand, AssessmentEvent, Assessment> assessments;
  private final Companies companies;

  AssessmentQueries(
      Aggregates<AssessmentCommand, AssessmentEvent, Assessment> assessments, Companies companies) {
    this.assessments = assessments;
    this.companies = companies;
  }

  Mono<AssessmentView> one(String id, AgencyCode reader) {
    return assessments
        .find(id, reader)
        .flatMap(
            stored ->
                peers(stored.state().questionnaire())
                    .map(peers -> AssessmentView.of(stored, peers)));
  }

  /** The reader's own, the last one first. */
  Mono<Page<AssessmentView.Summary>> list(
      Optional<String> company, AgencyCode reader, PageRequest page) {
    Bson own = Filters.eq(Assessments.AGENCY, reader.code());
    return Mono.justOrEmpty(company)
        .flatMap(companies::ids)
        .map(ids -> Filters.and(own, Filters.in(Assessments.COMPANY, ids)))
        .defaultIfEmpty(own)
        .flatMap(asked -> Keyset.query(assessments.collection(), asked, page, "-" + Assessments.ON))
        .map(found -> found.map(it -> AssessmentView.Summary.of(assessments.read(it))));
  }

  /** Whoever made them: what is told names no company. */
  Mono<Peers> peers(Questionnaire questionnaire) {
    return Flux.from(
            assessments
                .collection()
                .find(Filters.eq(Assessments.VERSION, questionnaire.version()))
                .sort(Sorts.ascending(Assessments.ON, "_id")))
        .map(it -> assessments.read(it).state())
        .collect(
            LinkedHashMap<String, Assessment>::new,
            (latest, one) -> latest.put(one.companyId(), one))
        .map(latest -> Peers.of(questionnaire, ((Map<String, Assessment>) latest).values()));
  }

  /**
   * The band of the latest assessment of the company, under whichever of its ids and by whomever it
   * was made: bands are shared.
   */
  public Mono<String> band(String companyId) {
    return companies
        .ids(companyId)
        .flatMapMany(
            ids ->
                assessments
                    .collection()
                    .find(Filters.in(Assessments.COMPANY, ids))
                    .sort(Sorts.descending(Assessments.ON, "_id"))
                    .limit(1))
        .next()
        .map(it -> assessments.read(it).state().score().band());
  }
}
