package dev.kanmin.controltower.roadmap;

import dev.kanmin.controltower.roadmap.RoadmapCommand.NoteDelay;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.inbox.Policies;
import dev.kanmin.events.inbox.Policy;
import dev.kanmin.events.inbox.Reaction;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Delays travel along dependencies, to all that wait, and are noted where they hurt. */
@Configuration(proxyBeanMethods = false)
class RoadmapPolicies {
  /** Of a date that holds from now on. */
  record Approved(String actionId, Change change) {
    /** The new day. */
    record Change(LocalDate to) {}
  }

  @Bean
  Policy delays(
      Policies policies,
      Aggregates<RoadmapCommand, RoadmapEvent, RoadmapAction> actions,
      RoadmapQueries queries) {
    return policies
        .policy("delay-travels")
        .causes(actions, RoadmapEvent.RoadmapDelayNoted.class)
        .on(
            "dev.kanmin.control-tower.roadmap-date-approved.v1",
            Approved.class,
            (approved, _) ->
                queries
                    .waitingFor(approved.actionId())
                    .map(
                        other ->
                            Reaction.to(
                                actions,
                                other.id(),
                                new NoteDelay(approved.actionId(), approved.change().to()))))
        .build();
  }
}
