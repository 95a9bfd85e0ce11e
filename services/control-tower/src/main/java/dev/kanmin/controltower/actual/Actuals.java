package dev.kanmin.controltower.actual;

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

/** What a reported figure is to the platform, and what everybody sees of it. */
@Configuration(proxyBeanMethods = false)
class Actuals {
  static final String STATE = "keys.state";
  static final String SLOT = "keys.slot";
  static final String INDICATOR = "keys.indicator";
  static final String YEAR = "keys.year";
  static final String OWNER = "keys.owner";

  static final AggregateType<ActualCommand, ActualEvent, Actual> TYPE =
      AggregateType.of(
              ActualLifeCycle.KIND,
              "val",
              ActualRules.NO_SUCH_ACTUAL,
              ActualEvent.class,
              Actual.class,
              new ActualDecider())
          .bornBy(ActualLifeCycle.TABLE::bears)
          .visibleTo(Actual::isVisibleTo)
          .card(Actuals::card)
          .keys(
              Actuals::keys,
              List.of(
                  StoreIndex.ascending("by-slot", SLOT, "_id"),
                  StoreIndex.ascending("by-owner", OWNER, "_id"),
                  StoreIndex.ascending("by-indicator", INDICATOR, YEAR, "_id")))
          .build();

  @Bean
  Aggregates<ActualCommand, ActualEvent, Actual> actualAggregates(AggregateStore store) {
    return store.aggregates(TYPE);
  }

  /** One that its agency has not approved is not public yet. */
  private static Optional<Card> card(Actual actual) {
    return switch (actual.state()) {
      case DRAFT, SUBMITTED, RETURNED -> Optional.empty();
      case APPROVED, ACCEPTED -> actual.slot().map(slot -> card(actual, slot));
    };
  }

  private static Card card(Actual actual, Actual.Slot slot) {
    return new CardMaker(ActualLifeCycle.KIND, actual.state())
        .title(actual.indicatorName())
        .countries(slot.scope().country().stream().toList())
        .fields(slot.scope().field().stream().toList())
        .responsible(actual.owner().orElseThrow(), "owner")
        .link("related", slot.indicatorId())
        .sample(slot.sample())
        .make();
  }

  static String slot(Actual.Slot slot) {
    return slot.indicatorId() + "/" + slot.scope().code() + "/" + slot.fiscalYear();
  }

  private static Document keys(Actual actual) {
    Actual.Slot slot = actual.known();
    return new Document("state", actual.state().code())
        .append("slot", slot(slot))
        .append("indicator", slot.indicatorId())
        .append("year", slot.fiscalYear())
        .append("owner", actual.owner().orElseThrow().code());
  }
}
