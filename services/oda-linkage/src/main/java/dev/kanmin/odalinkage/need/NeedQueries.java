package dev.kanmin.odalinkage.need;

import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.web.Keyset;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Reader;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads of needs; every partner agency may see them. */
@Component
class NeedQueries {
  private final Aggregates<NeedCommand, NeedEvent, Need> needs;

  NeedQueries(Aggregates<NeedCommand, NeedEvent, Need> needs) {
    this.needs = needs;
  }

  Mono<NeedView> need(String id, Reader reader) {
    return needs.find(id, reader.agency()).map(stored -> NeedView.of(stored, reader));
  }

  /** In the order of the days by which they are wanted; those without a day last. */
  Mono<Page<NeedView.Summary>> needs(NeedFilter filter, PageRequest page) {
    return Keyset.query(needs.collection(), filter.toBson(), page, NeedKeys.WANTED)
        .map(found -> found.map(document -> NeedView.Summary.of(needs.read(document))));
  }
}
