package dev.kanmin.marketintelligence.tender;

import com.mongodb.client.model.Projections;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.marketintelligence.tender.TenderView.TenderSummary;
import dev.kanmin.web.Keyset;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Reader;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads of tenders. All of them are public. */
@Component
class TenderQueries {
  private static final Bson WITHOUT_SOURCES =
      Projections.exclude("state.releases", "state.notice", "outbox", "replies");

  private final Aggregates<TenderCommand, TenderEvent, Tender> tenders;

  TenderQueries(Aggregates<TenderCommand, TenderEvent, Tender> tenders) {
    this.tenders = tenders;
  }

  /** By its id or its ocid; refused if there is none. */
  Mono<TenderView> tender(String idOrOcid, Reader reader) {
    String id = Ids.isWellFormed(Tenders.PREFIX, idOrOcid) ? idOrOcid : Tenders.idOfOcid(idOrOcid);
    return tenders.find(id, reader.agency()).map(stored -> TenderView.of(stored, reader));
  }

  /** In the order of their deadlines; those without one first. */
  Mono<Page<TenderSummary>> tenders(TenderFilter filter, PageRequest page) {
    return Keyset.query(tenders.collection(), filter.bson(), WITHOUT_SOURCES, page, Tenders.CLOSES)
        .map(found -> found.map(document -> TenderSummary.of(tenders.read(document))));
  }
}
