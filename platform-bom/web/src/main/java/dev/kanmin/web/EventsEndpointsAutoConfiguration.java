package dev.kanmin.web;

import dev.kanmin.events.EventsAutoConfiguration;
import dev.kanmin.events.aggregates.RelaySweep;
import dev.kanmin.events.aggregates.Republishing;
import dev.kanmin.events.inbox.ParkedSubjects;
import dev.kanmin.events.inbox.Policies;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** The endpoints of services that publish or consume events. */
@AutoConfiguration(after = EventsAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
class EventsEndpointsAutoConfiguration {

  @Bean
  @ConditionalOnBean(ParkedSubjects.class)
  ParkedSubjectsController parkedSubjectsController(ParkedSubjects parked) {
    return new ParkedSubjectsController(parked);
  }

  @Bean
  @ConditionalOnBean(RelaySweep.class)
  RelayController relayController(RelaySweep sweep) {
    return new RelayController(sweep);
  }

  @Bean
  @ConditionalOnBean(Republishing.class)
  RepublishController republishController(Republishing republishing) {
    return new RepublishController(republishing);
  }

  @Bean
  @ConditionalOnBean(Policies.class)
  ReactionsController reactionsController(Policies policies) {
    return new ReactionsController(policies);
  }

  /** Also where nothing is published: the gateway answers for what all share. */
  @Bean
  ContractController contractController() {
    return new ContractController();
  }
}
