package dev.kanmin.directory.counterpart;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.kanmin.directory.merge.DuplicateGroup;
import dev.kanmin.directory.merge.DuplicateSearch;
import dev.kanmin.directory.merge.Duplicates;
import dev.kanmin.directory.merge.Duplicates.DuplicateFilter;
import dev.kanmin.directory.merge.Merges;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.web.Keyset;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Reader;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads of counterparts. */
@Component
class CounterpartQueries {
  private final Aggregates<CounterpartCommand, CounterpartEvent, Counterpart> counterparts;
  private final Merges merges;

  CounterpartQueries(
      Aggregates<CounterpartCommand, CounterpartEvent, Counterpart> counterparts,
      Merges counterpartMerges) {
    this.counterparts = counterparts;
    this.merges = counterpartMerges;
  }

  /** Under any id that it ever had. */
  Mono<CounterpartView> counterpart(String id, Reader reader) {
    return merges
        .survivor(id)
        .flatMap(survivor -> counterparts.find(survivor, reader.agency()))
        .map(
            stored ->
                CounterpartView.of(
                    stored, Optional.of(id).filter(asked -> !asked.equals(stored.id())), reader));
  }

  /** In the order of their ids. */
  Mono<Page<CounterpartView.Summary>> counterparts(CounterpartFilter filter, PageRequest page) {
    return Keyset.query(counterparts.collection(), filter.bson(), page)
        .map(found -> found.map(it -> CounterpartView.Summary.of(counterparts.read(it))));
  }

  /** For export, in the order of their ids. */
  Flux<List<String>> lines(CounterpartFilter filter) {
    return Flux.from(counterparts.collection().find(filter.bson()).sort(Sorts.ascending("_id")))
        .map(counterparts::read)
        .map(CounterpartSheet::line);
  }

  /** Active records in one country of which a name is the same, unless they are in two cities. */
  Mono<Duplicates> duplicates(DuplicateFilter filter) {
    return Duplicates.of(
        DuplicateSearch.search(
            counterparts.collection(),
            DuplicateGroup.SAME_NAME,
            Filters.eq(CounterpartKeys.STATE, CounterpartState.ACTIVE.code()),
            CounterpartKeys.NAMED_IN,
            CounterpartKeys.CITY),
        filter);
  }
}
