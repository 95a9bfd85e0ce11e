package dev.kanmin.directory.office;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.directory.office.OfficeCommand.*;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.web.Keyset;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Reader;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads of offices, and what concerns more than one of them or what they look after. */
@Component
class OfficeWork {
  private final Aggregates<OfficeCommand, OfficeEvent, Office> offices;
  private final List<OpenWork> work;

  OfficeWork(Aggregates<OfficeCommand, OfficeEvent, Office> offices, List<OpenWork> work) {
    this.offices = offices;
    this.work = work;
  }

  /** An agency has a code once, whoever registers it how often. */
  static String id(AgencyCode agency, String code) {
    return Ids.derived(Offices.TYPE.idPrefix(), agency.code(), code);
  }

  Mono<OfficeView> office(String id, Reader reader) {
    return offices.find(id, reader.agency()).map(stored -> OfficeView.of(stored, reader));
  }

  Mono<Page<OfficeView>> offices(OfficeFilter filter, Reader reader, PageRequest page) {
    return Keyset.query(offices.collection(), filter.bson(), page)
        .map(found -> found.map(it -> OfficeView.of(offices.read(it), reader)));
  }

  Mono<Receipt> handOver(String id, String to, CommandContext context) {
    return offices
        .find(to)
        .map(it -> it.state())
        .filter(it -> it.isOf(context.by()) && it.state() == OfficeState.OPEN)
        .switchIfEmpty(
            Mono.error(
                () ->
                    OfficeRules.OTHER_OFFICE_NEEDED.refuse(
                        "Your agency has no open office of this id.", "/to")))
        .flatMap(it -> offices.handle(id, new HandOver(it.asResponsible()), context));
  }

  Mono<Receipt> close(String id, CommandContext context) {
    return offices
        .find(id, context.by())
        .map(it -> it.state())
        .filter(it -> it.isOf(context.by()))
        .flatMap(this::refuseOpenWork)
        .then(Mono.defer(() -> offices.handle(id, new Close(), context)));
  }

  private Mono<Void> refuseOpenWork(Office office) {
    return Flux.fromIterable(work)
        .concatMap(it -> it.of(office.agency(), office.code()))
        .reduce(0L, Long::sum)
        .filter(count -> count > 0)
        .flatMap(
            count ->
                Mono.error(
                    OfficeRules.OFFICE_HAS_OPEN_WORK.refuse(
                        count + " records; hand them over first.")));
  }
}
