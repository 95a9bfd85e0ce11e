package dev.kanmin.marketintelligence.regulation;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Language;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.web.Keyset;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads of regulation. All of it is for every agency. */
@Component
public class RegulationQueries {
  private final Aggregates<RegulationCommand, RegulationEvent, Regulation> regulations;

  RegulationQueries(Aggregates<RegulationCommand, RegulationEvent, Regulation> regulations) {
    this.regulations = regulations;
  }

  Mono<RegulationView> regulation(String id, AgencyCode reader) {
    return regulations.find(id, reader).map(RegulationView::of);
  }

  /**
   * With a field, what is known of it and what holds for all devices.
   *
   * @param field absent: all records
   */
  Mono<Page<RegulationView>> regulations(
      Optional<CountryCode> country, Optional<Field> field, PageRequest page) {
    List<Bson> all = new ArrayList<>();
    country.ifPresent(it -> all.add(Filters.eq(Regulations.COUNTRY, it.code())));
    field.ifPresent(it -> all.add(Filters.in(Regulations.FIELD, "", it.code())));
    Bson filter = all.isEmpty() ? new Document() : Filters.and(all);
    return Keyset.query(
            regulations.collection(), filter, page, Regulations.COUNTRY, Regulations.FIELD)
        .map(found -> found.map(document -> RegulationView.of(regulations.read(document))));
  }

  /** What keeps devices of a cell out altogether, in English. */
  public Mono<List<String>> showstoppers(CountryCode country, Field field) {
    return Flux.just(Optional.<Field>empty(), Optional.of(field))
        .concatMap(it -> regulations.find(Regulations.idOf(country, it)))
        .concatMapIterable(it -> it.state().facts())
        .filter(fact -> CodeLists.list("regulation-items").require(fact.item()).flag("showstopper"))
        .map(fact -> fact.value().in(Language.ENGLISH) + " (" + fact.source() + ")")
        .collectList();
  }
}
