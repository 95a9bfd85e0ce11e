package dev.kanmin.controltower.targets;

import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.StoreIndex;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.CardMaker;
import java.util.List;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a target is to the platform, and what everybody sees of it. */
@Configuration(proxyBeanMethods = false)
class Targets {
  static final String STATE = "keys.state";
  static final String INDICATOR = "keys.indicator";
  static final String COUNTRY = "keys.country";
  static final String FIELD = "keys.field";
  static final String OWNER = "keys.owner";
  static final String YEARS = "keys.years";

  static final AggregateType<TargetCommand, TargetEvent, Target> TYPE =
      AggregateType.of(
              TargetLifeCycle.KIND,
              "tgt",
              TargetRules.NO_SUCH_TARGET,
              TargetEvent.class,
              Target.class,
              new TargetDecider())
          .bornBy(TargetLifeCycle.TABLE::bears)
          .card(target -> target.goal().map(goal -> card(target, goal)))
          .keys(
              Targets::keys,
              List.of(
                  StoreIndex.ascending("by-indicator", INDICATOR, "_id"),
                  StoreIndex.ascending("by-cell", COUNTRY, FIELD, "_id"),
                  StoreIndex.ascending("by-owner", OWNER, "_id"),
                  StoreIndex.ascending("by-year", YEARS, "_id")))
          .build();

  @Bean
  Aggregates<TargetCommand, TargetEvent, Target> targetAggregates(AggregateStore store) {
    return store.aggregates(TYPE);
  }

  private static Card card(Target target, Target.Goal goal) {
    CardMaker card =
        new CardMaker(TargetLifeCycle.KIND, target.state())
            .title(target.indicatorName())
            .countries(goal.scope().country().stream().toList())
            .fields(goal.scope().field().stream().toList())
            .responsible(target.owner().orElseThrow(), "owner")
            .link("related", goal.indicatorId())
            .sample(goal.sample());
    goal.contributors().forEach(agency -> card.responsible(agency, "involved"));
    return card.make();
  }

  private static Document keys(Target target) {
    Target.Goal goal = target.known();
    Document keys =
        new Document("state", target.state().code())
            .append("indicator", goal.indicatorId())
            .append("owner", target.owner().orElseThrow().code())
            .append(
                "years",
                target.current().values().stream().map(Target.YearValue::fiscalYear).toList());
    goal.scope().country().ifPresent(it -> keys.append("country", it.code()));
    goal.scope().field().ifPresent(it -> keys.append("field", it.code()));
    return keys;
  }
}
