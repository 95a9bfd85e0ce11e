package dev.kanmin.controltower.indicator;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.web.ActionView;
import dev.kanmin.web.Keyset;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Reader;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads of indicators. */
@Component
public class IndicatorQueries {
  private final Aggregates<IndicatorCommand, IndicatorEvent, Indicator> indicators;

  IndicatorQueries(Aggregates<IndicatorCommand, IndicatorEvent, Indicator> indicators) {
    this.indicators = indicators;
  }

  /** Which indicators a list is to show. Whatever is absent does not restrict it. */
  record IndicatorFilter(
      Optional<Definition.Level> level,
      Optional<IndicatorState> state,
      Optional<AgencyCode> agency) {
    Bson toBson() {
      List<Bson> all = new ArrayList<>();
      level.ifPresent(it -> all.add(Filters.eq(Indicators.LEVEL, it.code())));
      state.ifPresent(it -> all.add(Filters.eq(Indicators.STATE, it.code())));
      agency.ifPresent(it -> all.add(Filters.eq(Indicators.OWNER, it.code())));
      return all.isEmpty() ? Filters.empty() : Filters.and(all);
    }
  }

  /**
   * An indicator as it is shown.
   *
   * @param actions what the reader's agency may do with it now, and why not the rest
   */
  @Schema(name = "Indicator")
  record IndicatorView(
      String id,
      long version,
      IndicatorState state,
      AgencyCode owner,
      Definition definition,
      List<ActionView> actions) {
    static IndicatorView of(Stored<Indicator> stored, Reader reader) {
      return new IndicatorView(
          stored.id(),
          stored.version(),
          stored.state().state(),
          stored.state().owner().orElseThrow(),
          stored.state().known(),
          ActionView.of(IndicatorLifeCycle.TABLE, stored.state(), reader));
    }
  }

  /** The definition of an indicator; empty if there is none of that id. */
  public Mono<Definition> definition(String id) {
    return indicators.find(id).map(stored -> stored.state().known());
  }

  Mono<IndicatorView> indicator(String id, Reader reader) {
    return indicators.find(id, reader.agency()).map(stored -> IndicatorView.of(stored, reader));
  }

  Mono<Page<IndicatorView>> indicators(IndicatorFilter filter, PageRequest page, Reader reader) {
    return Keyset.query(indicators.collection(), filter.toBson(), page)
        .map(found -> found.map(document -> IndicatorView.of(indicators.read(document), reader)));
  }
}
