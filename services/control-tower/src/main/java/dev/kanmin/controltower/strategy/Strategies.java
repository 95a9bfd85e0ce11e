package dev.kanmin.controltower.strategy;

import dev.kanmin.codes.Cell;
import dev.kanmin.codes.Countries;
import dev.kanmin.codes.Country;
import dev.kanmin.codes.Fields;
import dev.kanmin.codes.Language;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.StoreIndex;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.Card.Due;
import dev.kanmin.events.wire.CardMaker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the strategy for a cell is to the platform, and what everybody sees of it. */
@Configuration(proxyBeanMethods = false)
class Strategies {
  static final String PREFIX = "str";
  static final String TIER = "keys.tier";
  static final String COUNTRY = "keys.country";
  static final String FIELD = "keys.field";

  static final AggregateType<StrategyCommand, StrategyEvent, Strategy> TYPE =
      AggregateType.of(
              StrategyLifeCycle.KIND,
              PREFIX,
              StrategyRules.NO_SUCH_STRATEGY,
              StrategyEvent.class,
              Strategy.class,
              new StrategyDecider())
          .storedAs("strategies")
          .bornBy(command -> true)
          .card(strategy -> strategy.cell().map(cell -> card(strategy, cell)))
          .keys(
              Strategies::keys,
              List.of(
                  StoreIndex.ascending("by-field", FIELD, "_id"),
                  StoreIndex.ascending("by-country", COUNTRY, "_id"),
                  StoreIndex.ascending("by-tier", TIER, "_id")))
          .build();

  @Bean
  Aggregates<StrategyCommand, StrategyEvent, Strategy> strategyAggregates(AggregateStore store) {
    return store.aggregates(TYPE);
  }

  /** One for each cell. */
  static String id(Cell cell) {
    return Ids.derived(PREFIX, cell.toString());
  }

  private static Card card(Strategy strategy, Cell cell) {
    Strategy.Version current = strategy.current();
    CardMaker card =
        new CardMaker(StrategyLifeCycle.KIND, strategy.tier())
            .title(title(cell))
            .countries(List.of(cell.country()))
            .fields(List.of(cell.field()))
            .responsible(current.by(), "control-tower")
            .date(Due.on("decided", current.decision().decidedOn()))
            .sample(strategy.sample());
    current.decision().reasons().stream()
        .flatMap(reason -> reason.subject().stream())
        .filter(Ids::isWellFormed)
        .forEach(id -> card.link("arises-from", id));
    return card.make();
  }

  private static Map<String, String> title(Cell cell) {
    Country country = Countries.require(cell.country());
    Map<String, String> title = new LinkedHashMap<>();
    for (Language language : Language.OF_THE_SITE) {
      title.put(
          language.tag(), country.name(language) + " × " + Fields.label(cell.field(), language));
    }
    return title;
  }

  private static Document keys(Strategy strategy) {
    Cell cell = strategy.cell().orElseThrow();
    return new Document("tier", strategy.tier().code())
        .append("country", cell.country().code())
        .append("field", cell.field().code());
  }
}
