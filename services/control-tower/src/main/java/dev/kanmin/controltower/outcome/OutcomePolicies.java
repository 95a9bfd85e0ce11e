package dev.kanmin.controltower.outcome;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.controltower.outcome.OutcomeCommand.Absorb;
import dev.kanmin.controltower.outcome.OutcomeCommand.ProposeMerge;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.inbox.Policies;
import dev.kanmin.events.inbox.Policy;
import dev.kanmin.events.inbox.Reaction;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;

/** What outcomes make of one another. */
@Configuration(proxyBeanMethods = false)
class OutcomePolicies {
  private static final String OWN = "dev.kanmin.control-tower.";

  /** Of a new claim. */
  record Claimed(String outcomeId) {}

  /** Of a record that counts no longer. */
  record Merged(
      String outcomeId, String into, List<String> arisesFrom, List<AgencyCode> agencies) {}

  @Bean
  Policy mergerProposals(
      Policies policies,
      Aggregates<OutcomeCommand, OutcomeEvent, Outcome> outcomes,
      OutcomeQueries queries) {
    return policies
        .policy("propose-mergers")
        .causes(outcomes, OutcomeEvent.OutcomeMergeProposed.class)
        .on(
            OWN + "outcome-claimed.v1",
            Claimed.class,
            (claimed, _) ->
                queries
                    .similarTo(claimed.outcomeId())
                    .map(
                        other ->
                            Reaction.to(outcomes, claimed.outcomeId(), new ProposeMerge(other.id()))
                                .at(other.id())))
        .build();
  }

  @Bean
  Policy survivors(Policies policies, Aggregates<OutcomeCommand, OutcomeEvent, Outcome> outcomes) {
    return policies
        .policy("survivor-takes-over")
        .causes(outcomes, OutcomeEvent.OutcomeAbsorbed.class)
        .on(
            OWN + "outcome-merged.v1",
            Merged.class,
            (merged, _) ->
                Flux.just(
                    Reaction.to(
                        outcomes,
                        merged.into(),
                        new Absorb(merged.outcomeId(), merged.arisesFrom(), merged.agencies()))))
        .build();
  }
}
