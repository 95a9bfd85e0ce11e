package dev.kanmin.web;

import dev.kanmin.events.EventsAutoConfiguration;
import dev.kanmin.events.ParkedSubjects;
import dev.kanmin.events.RelaySweep;
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
}
