package dev.kanmin.directory.counterpart;

import dev.kanmin.directory.contact.ContactSubjects;
import dev.kanmin.directory.merge.Merges;
import dev.kanmin.events.aggregates.Aggregates;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counterparts as what contact persons belong to. */
@Component
class CounterpartContacts implements ContactSubjects {
  private final Aggregates<CounterpartCommand, CounterpartEvent, Counterpart> counterparts;
  private final Merges merges;

  CounterpartContacts(
      Aggregates<CounterpartCommand, CounterpartEvent, Counterpart> counterparts,
      Merges counterpartMerges) {
    this.counterparts = counterparts;
    this.merges = counterpartMerges;
  }

  @Override
  public boolean couldBe(String id) {
    return id.startsWith(counterparts.type().idPrefix() + "_");
  }

  @Override
  public Mono<List<String>> idsOf(String id) {
    return merges
        .survivor(id)
        .flatMap(counterparts::find)
        .flatMap(found -> merges.mergedInto(found.id()).startWith(found.id()).collectList());
  }
}
