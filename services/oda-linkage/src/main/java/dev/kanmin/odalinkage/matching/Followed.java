package dev.kanmin.odalinkage.matching;

import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.inbox.EventHandlers;
import dev.kanmin.events.inbox.Policies;
import dev.kanmin.events.inbox.Policy;
import dev.kanmin.events.inbox.Reaction;
import dev.kanmin.events.inbox.Subscription;
import dev.kanmin.odalinkage.company.CompanyCopies;
import dev.kanmin.odalinkage.linkage.Linkage;
import dev.kanmin.odalinkage.linkage.LinkageCommand;
import dev.kanmin.odalinkage.linkage.LinkageEvent;
import dev.kanmin.odalinkage.linkage.LinkageQueries;
import dev.kanmin.odalinkage.linkage.Linkages;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;

/** What this service hears of others. */
class Followed {
  private Followed() {}

  /** Offers of companies, and what becomes of linkages when a company is erased. */
  @Configuration(proxyBeanMethods = false)
  static class Directory {
    /** Of an erased company. */
    record Erased(String companyId) {}

    @Bean
    Subscription directory(
        Policies policies,
        CompanyCopies copies,
        LinkageQueries queries,
        Aggregates<LinkageCommand, LinkageEvent, Linkage> linkages) {
      Policy erasing =
          policies
              .policy("linkage-follows-erasure")
              .causes(linkages, LinkageEvent.LinkageRejected.class)
              .on(
                  "dev.kanmin.directory.company-erased.v1",
                  Erased.class,
                  (erased, _) ->
                      queries
                          .openOf(erased.companyId())
                          .map(
                              stored ->
                                  Reaction.to(
                                      linkages, stored.id(), new LinkageCommand.RejectErased())))
              .build();
      return Subscription.to(
          CompanyCopies.DIRECTORY,
          copies.ofDirectory(EventHandlers.builder()).reacting(erasing).build());
    }
  }

  /** Readiness of companies. */
  @Configuration(proxyBeanMethods = false)
  static class Advice {
    @Bean
    Subscription advice(CompanyCopies copies) {
      return Subscription.to(
          CompanyCopies.ADVICE, copies.ofAdvice(EventHandlers.builder()).build());
    }
  }

  /** What comes of linkages. */
  @Configuration(proxyBeanMethods = false)
  static class ControlTower {
    private static final String FOLLOW_ON_ORDER = "follow-on-order";
    private static final String LINKAGES = Linkages.TYPE.idPrefix() + "_";

    /** Of a confirmed outcome. */
    record OutcomeConfirmed(String kind, List<String> arisesFrom, LocalDate on) {}

    @Bean
    Subscription outcomes(
        Policies policies, Aggregates<LinkageCommand, LinkageEvent, Linkage> linkages) {
      Policy followingUp =
          policies
              .policy("linkage-followed-up-by-order")
              .causes(linkages, LinkageEvent.LinkageFollowedUp.class)
              .on(
                  "dev.kanmin.control-tower.outcome-confirmed.v1",
                  OutcomeConfirmed.class,
                  (outcome, _) ->
                      Flux.fromIterable(outcome.arisesFrom())
                          .filter(
                              id ->
                                  outcome.kind().equals(FOLLOW_ON_ORDER) && id.startsWith(LINKAGES))
                          .sort()
                          .map(
                              id ->
                                  Reaction.to(
                                      linkages,
                                      id,
                                      new LinkageCommand.FollowUpOnOrder(outcome.on()))))
              .build();
      return Subscription.to(
          "control-tower", EventHandlers.builder().reacting(followingUp).build());
    }
  }
}
