package dev.kanmin.controltower.roadmap;

import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.StoreIndex;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.Card.Due;
import dev.kanmin.events.wire.CardMaker;
import java.util.List;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an action of the roadmap is to the platform, and what everybody sees of it. */
@Configuration(proxyBeanMethods = false)
class Roadmap {
  static final String PREFIX = "rma";
  static final String STATE = "keys.state";
  static final String OWNER = "keys.owner";
  static final String COUNTRY = "keys.country";
  static final String FIELD = "keys.field";
  static final String DEPENDS_ON = "keys.dependsOn";

  static final AggregateType<RoadmapCommand, RoadmapEvent, RoadmapAction> TYPE =
      AggregateType.of(
              RoadmapLifeCycle.KIND,
              PREFIX,
              RoadmapRules.NO_SUCH_ACTION,
              RoadmapEvent.class,
              RoadmapAction.class,
              new RoadmapDecider())
          .bornBy(RoadmapLifeCycle.TABLE::bears)
          .card(action -> action.plan().map(plan -> card(action, plan)))
          .keys(
              Roadmap::keys,
              List.of(
                  StoreIndex.ascending("by-owner", OWNER, "_id"),
                  StoreIndex.ascending("by-cell", COUNTRY, FIELD, "_id"),
                  StoreIndex.ascending("by-state", STATE, "_id"),
                  StoreIndex.ascending("by-dependency", DEPENDS_ON, "_id")))
          .build();

  @Bean
  Aggregates<RoadmapCommand, RoadmapEvent, RoadmapAction> roadmapAggregates(AggregateStore store) {
    return store.aggregates(TYPE);
  }

  private static Card card(RoadmapAction action, RoadmapAction.Plan plan) {
    CardMaker card =
        new CardMaker(RoadmapLifeCycle.KIND, action.state())
            .title(plan.title())
            .countries(plan.scope().country().stream().toList())
            .fields(plan.scope().field().stream().toList())
            .responsible(action.owner().orElseThrow(), "owner")
            .sample(plan.sample());
    boolean over = action.state() == RoadmapState.DONE || action.state() == RoadmapState.ARCHIVED;
    action.due().filter(_ -> !over).ifPresent(day -> card.date(Due.on("finish-by", day)));
    plan.dependsOn().forEach(id -> card.link("depends-on", id));
    return card.make();
  }

  private static Document keys(RoadmapAction action) {
    RoadmapAction.Plan plan = action.known();
    Document keys =
        new Document("state", action.state().code())
            .append("owner", action.owner().orElseThrow().code())
            .append("dependsOn", plan.dependsOn());
    plan.scope().country().ifPresent(it -> keys.append("country", it.code()));
    plan.scope().field().ifPresent(it -> keys.append("field", it.code()));
    return keys;
  }
}
