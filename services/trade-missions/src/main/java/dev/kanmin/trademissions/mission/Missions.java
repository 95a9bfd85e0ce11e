package dev.kanmin.trademissions.mission;

import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.Aggregates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a mission is to the platform. */
@Configuration(proxyBeanMethods = false)
class Missions {
  static final AggregateType<MissionCommand, MissionEvent, Mission> TYPE =
      AggregateType.of(
              "mission",
              "msn",
              MissionRules.NO_SUCH_MISSION,
              MissionEvent.class,
              Mission.class,
              new MissionDecider())
          .bornBy(MissionLifeCycle.TABLE::bears)
          .visibleTo(Mission::isVisibleTo)
          .card(MissionCard::of)
          .keys(MissionKeys::of, MissionKeys.INDEXES)
          .build();

  @Bean
  Aggregates<MissionCommand, MissionEvent, Mission> missionAggregates(AggregateStore store) {
    return store.aggregates(TYPE);
  }
}
