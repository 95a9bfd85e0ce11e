package dev.kanmin.controltower.strategy;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.Cell;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.controltower.counting.Picture;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Stored;
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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads of strategies, and cells side by side. */
@Component
class StrategyQueries {
  private final Aggregates<StrategyCommand, StrategyEvent, Strategy> strategies;
  private final Picture picture;

  StrategyQueries(
      Aggregates<StrategyCommand, StrategyEvent, Strategy> strategies, Picture picture) {
    this.strategies = strategies;
    this.picture = picture;
  }

  /** Which strategies a list is to show. Whatever is absent does not restrict it. */
  record StrategyFilter(Optional<CountryCode> country, Optional<Field> field, Optional<Tier> tier) {
    Bson toBson() {
      List<Bson> all = new ArrayList<>();
      country.ifPresent(it -> all.add(Filters.eq(Strategies.COUNTRY, it.code())));
      field.ifPresent(it -> all.add(Filters.eq(Strategies.FIELD, it.code())));
      tier.ifPresent(it -> all.add(Filters.eq(Strategies.TIER, it.code())));
      return all.isEmpty() ? Filters.empty() : Filters.and(all);
    }
  }

  /**
   * The strategy for a cell as it is shown.
   *
   * @param current what holds
   * @param versions what was decided, first to current
   */
  @Schema(name = "Strategy")
  record StrategyView(
      String id,
      long version,
      Cell cell,
      Tier tier,
      Strategy.Version current,
      List<Strategy.Version> versions) {
    static StrategyView of(Stored<Strategy> stored) {
      Strategy strategy = stored.state();
      return new StrategyView(
          stored.id(),
          stored.version(),
          strategy.cell().orElseThrow(),
          strategy.tier(),
          strategy.current(),
          strategy.versions());
    }
  }

  Mono<StrategyView> strategy(Cell cell, Reader reader) {
    return strategies.find(Strategies.id(cell), reader.agency()).map(StrategyView::of);
  }

  Mono<Page<StrategyView>> strategies(StrategyFilter filter, PageRequest page) {
    return Keyset.query(strategies.collection(), filter.toBson(), page)
        .map(found -> found.map(document -> StrategyView.of(strategies.read(document))));
  }

  /** The cells of a field in those countries, with what is known of each. */
  Mono<List<Comparison>> compare(Field field, List<CountryCode> countries) {
    return Flux.fromIterable(countries)
        .map(country -> new Cell(country, field))
        .concatMap(
            cell ->
                Mono.zip(
                    picture.cardsIn(cell).collectList(),
                    strategies
                        .find(Strategies.id(cell))
                        .map(stored -> stored.state().tier())
                        .defaultIfEmpty(Tier.NONE),
                    (cards, tier) -> Comparison.of(cell, tier, cards)))
        .collectList();
  }
}
