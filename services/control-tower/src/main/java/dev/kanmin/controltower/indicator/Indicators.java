package dev.kanmin.controltower.indicator;

import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.StoreIndex;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.CardMaker;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an indicator is to the platform, and what everybody sees of it. */
@Configuration(proxyBeanMethods = false)
class Indicators {
  static final String STATE = "keys.state";
  static final String LEVEL = "keys.level";
  static final String OWNER = "keys.owner";

  static final AggregateType<IndicatorCommand, IndicatorEvent, Indicator> TYPE =
      AggregateType.of(
              IndicatorLifeCycle.KIND,
              "ind",
              IndicatorRules.NO_SUCH_INDICATOR,
              IndicatorEvent.class,
              Indicator.class,
              new IndicatorDecider())
          .bornBy(IndicatorLifeCycle.TABLE::bears)
          .card(Indicators::card)
          .keys(
              Indicators::keys,
              List.of(
                  StoreIndex.ascending("by-level", LEVEL, "_id"),
                  StoreIndex.ascending("by-owner", OWNER, "_id")))
          .build();

  @Bean
  Aggregates<IndicatorCommand, IndicatorEvent, Indicator> indicatorAggregates(
      AggregateStore store) {
    return store.aggregates(TYPE);
  }

  private static Optional<Card> card(Indicator indicator) {
    return indicator
        .definition()
        .map(
            definition ->
                new CardMaker(IndicatorLifeCycle.KIND, indicator.state())
                    .title(definition.name())
                    .responsible(indicator.owner().orElseThrow(), "owner")
                    .facet("indicator-levels", definition.level().code())
                    .facet("indicator-directions", definition.direction().code())
                    .sample(definition.sample())
                    .make());
  }

  private static Document keys(Indicator indicator) {
    return new Document("state", indicator.state().code())
        .append("level", indicator.known().level().code())
        .append("owner", indicator.owner().orElseThrow().code());
  }
}
