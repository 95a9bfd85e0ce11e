package dev.kanmin.controltower.actual;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.controltower.agency.TowerAgencies;
import dev.kanmin.controltower.counting.Scope;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.web.ActionView;
import dev.kanmin.web.Keyset;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Reader;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads of reported figures. What is not approved is shown to its agency and the control tower. */
@Component
public class ActualQueries {
  private final Aggregates<ActualCommand, ActualEvent, Actual> actuals;

  ActualQueries(Aggregates<ActualCommand, ActualEvent, Actual> actuals) {
    this.actuals = actuals;
  }

  /** Which figures a list is to show. Whatever is absent does not restrict it. */
  record ActualFilter(
      Optional<String> indicator,
      Optional<Integer> fiscalYear,
      Optional<ActualState> state,
      Optional<AgencyCode> agency) {
    Bson seenBy(AgencyCode reader) {
      List<Bson> all = new ArrayList<>();
      if (!TowerAgencies.has(reader)) {
        all.add(
            Filters.or(
                Filters.in(Actuals.STATE, ActualState.APPROVED.code(), ActualState.ACCEPTED.code()),
                Filters.eq(Actuals.OWNER, reader.code())));
      }
      indicator.ifPresent(it -> all.add(Filters.eq(Actuals.INDICATOR, it)));
      fiscalYear.ifPresent(it -> all.add(Filters.eq(Actuals.YEAR, it)));
      state.ifPresent(it -> all.add(Filters.eq(Actuals.STATE, it.code())));
      agency.ifPresent(it -> all.add(Filters.eq(Actuals.OWNER, it.code())));
      return all.isEmpty() ? Filters.empty() : Filters.and(all);
    }
  }

  /**
   * A reported figure as it is shown.
   *
   * @param actions what the reader's agency may do with it now, and why not the rest
   */
  @Schema(name = "Actual")
  record ActualView(
      String id,
      long version,
      ActualState state,
      AgencyCode owner,
      Actual.Slot slot,
      Actual.Figure figure,
      Optional<String> returned,
      List<ActionView> actions) {
    static ActualView of(Stored<Actual> stored, Reader reader) {
      Actual actual = stored.state();
      return new ActualView(
          stored.id(),
          stored.version(),
          actual.state(),
          actual.owner().orElseThrow(),
          actual.known(),
          actual.figure().orElseThrow(),
          actual.returned(),
          ActionView.of(ActualLifeCycle.TABLE, actual, reader));
    }
  }

  /**
   * What agencies have reported and approved.
   *
   * @param value empty if nothing is approved
   * @param isFinal whether all of it is accepted
   */
  public record Reported(Optional<BigDecimal> value, boolean isFinal) {
    Reported plus(Actual actual) {
      BigDecimal more = actual.figure().orElseThrow().value().value();
      return new Reported(
          Optional.of(value.map(more::add).orElse(more)),
          isFinal && actual.state() == ActualState.ACCEPTED);
    }
  }

  /** The sum of what is approved for this place and year. */
  public Mono<Reported> reported(String indicatorId, Scope scope, int fiscalYear) {
    String slot =
        Actuals.slot(new Actual.Slot(indicatorId, scope, fiscalYear, Optional.empty(), false));
    return Flux.from(
            actuals
                .collection()
                .find(
                    Filters.and(
                        Filters.eq(Actuals.SLOT, slot),
                        Filters.in(
                            Actuals.STATE,
                            ActualState.APPROVED.code(),
                            ActualState.ACCEPTED.code()))))
        .map(document -> actuals.read(document).state())
        .reduce(new Reported(Optional.empty(), true), Reported::plus);
  }

  /** Figures of the same agency and slot that are not approved, by id. */
  Mono<List<String>> waitingBeside(Stored<Actual> one) {
    return Flux.from(
            actuals
                .collection()
                .find(
                    Filters.and(
                        Filters.eq(Actuals.SLOT, Actuals.slot(one.state().known())),
                        Filters.eq(Actuals.OWNER, one.state().owner().orElseThrow().code()),
                        Filters.nin(
                            Actuals.STATE,
                            ActualState.APPROVED.code(),
                            ActualState.ACCEPTED.code()))))
        .map(document -> document.getString("_id"))
        .filter(id -> !id.equals(one.id()))
        .sort()
        .collectList();
  }

  Mono<ActualView> actual(String id, Reader reader) {
    return actuals.find(id, reader.agency()).map(stored -> ActualView.of(stored, reader));
  }

  Mono<Page<ActualView>> actuals(ActualFilter filter, PageRequest page, Reader reader) {
    return Keyset.query(actuals.collection(), filter.seenBy(reader.agency()), page)
        .map(found -> found.map(document -> ActualView.of(actuals.read(document), reader)));
  }
}
