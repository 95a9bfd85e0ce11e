package dev.kanmin.odalinkage.linkage;

import com.mongodb.client.model.Filters;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.web.Keyset;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Reader;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads of linkages; every partner agency may see that they are there. */
@Component
public class LinkageQueries {
  private final Aggregates<LinkageCommand, LinkageEvent, Linkage> linkages;

  LinkageQueries(Aggregates<LinkageCommand, LinkageEvent, Linkage> linkages) {
    this.linkages = linkages;
  }

  Mono<LinkageView> linkage(String id, Reader reader) {
    return linkages.find(id, reader.agency()).map(stored -> LinkageView.of(stored, reader));
  }

  Mono<Page<LinkageView.Summary>> linkages(LinkageFilter filter, PageRequest page) {
    return Keyset.query(linkages.collection(), filter.toBson(), page)
        .map(found -> found.map(document -> LinkageView.Summary.of(linkages.read(document))));
  }

  /** All linkages to a target, whatever became of them. */
  public Flux<Stored<Linkage>> to(String target) {
    return Flux.from(linkages.collection().find(Filters.eq(LinkageKeys.TARGETS, target)))
        .map(linkages::read);
  }

  /** All linkages of a company under any of its ids, whatever became of them. */
  public Flux<Stored<Linkage>> of(Collection<String> companies) {
    return Flux.from(linkages.collection().find(Filters.in(LinkageKeys.COMPANY, companies)))
        .map(linkages::read);
  }

  /** Those of a company that could still come to something, by id. */
  public Flux<Stored<Linkage>> openOf(String company) {
    return of(List.of(company))
        .filter(
            stored ->
                switch (stored.state().state()) {
                  case PROPOSED, SHORTLISTED, AGREED -> true;
                  case DELIVERED, FOLLOWED_UP, REJECTED -> false;
                })
        .sort(Comparator.comparing(Stored::id));
  }
}
