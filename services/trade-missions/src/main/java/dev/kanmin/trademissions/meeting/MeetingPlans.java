package dev.kanmin.trademissions.meeting;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.StoreIndex;
import java.util.List;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a meeting plan is to the platform. */
@Configuration(proxyBeanMethods = false)
class MeetingPlans {
  static final String STATE = "keys.state";
  static final String MISSION = "keys.mission";
  static final String COUNTRIES = "keys.countries";
  static final String FIELDS = "keys.fields";
  static final String TOLD = "keys.told";
  static final String AGENCIES = "keys.agencies";

  /** Only of plans for which a search goes on. */
  static final String SEARCH = "keys.search";

  private static final List<StoreIndex> INDEXES =
      List.of(
          StoreIndex.ascending("by-mission", MISSION, "_id"),
          StoreIndex.ascending("by-state", STATE, "_id"),
          StoreIndex.ascending("by-country", COUNTRIES, "_id"),
          StoreIndex.ascending("by-field", FIELDS, "_id"),
          StoreIndex.ascending("hidden", TOLD, AGENCIES),
          new StoreIndex("searching", new Document(SEARCH, 1), true));

  static final AggregateType<MeetingPlanCommand, MeetingPlanEvent, MeetingPlan> TYPE =
      AggregateType.of(
              MeetingPlanLifeCycle.KIND,
              "mtp",
              MeetingRules.NO_SUCH_PLAN,
              MeetingPlanEvent.class,
              MeetingPlan.class,
              new MeetingPlanDecider())
          .bornBy(MeetingPlanLifeCycle.TABLE::bears)
          .visibleTo(MeetingPlan::isVisibleTo)
          .card(MeetingPlanCard::of)
          .keys(MeetingPlans::keys, INDEXES)
          .build();

  @Bean
  Aggregates<MeetingPlanCommand, MeetingPlanEvent, MeetingPlan> meetingPlanAggregates(
      AggregateStore store) {
    return store.aggregates(TYPE);
  }

  private static Document keys(MeetingPlan plan) {
    Document keys =
        new Document("state", plan.state().code())
            .append("mission", plan.outline().id())
            .append(
                "countries", plan.outline().countries().stream().map(CountryCode::code).toList())
            .append("fields", plan.outline().fields().stream().map(Field::code).toList())
            .append("told", plan.told())
            .append("agencies", plan.outline().agencies().map(AgencyCode::code).toList());
    plan.search().ifPresent(it -> keys.append("search", it.run()));
    return keys;
  }
}
