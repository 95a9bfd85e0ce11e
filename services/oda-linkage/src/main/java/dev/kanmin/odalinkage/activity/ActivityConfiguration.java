package dev.kanmin.odalinkage.activity;

import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.odalinkage.iati.IatiCodeLists;
import dev.kanmin.odalinkage.iati.IatiReader;
import dev.kanmin.odalinkage.iati.IatiValidator;
import dev.kanmin.odalinkage.iati.ReadLimits;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ActivityProperties.class)
class ActivityConfiguration {
  @Bean
  Ownership ownership(ActivityProperties properties) {
    return new Ownership(new Delegations(properties.delegations()));
  }

  @Bean
  LifeCycle<ActivityCommand, Activity> lifeCycle(Ownership ownership) {
    return ActivityLifeCycle.under(ownership);
  }

  @Bean
  Aggregates<ActivityCommand, ActivityEvent, Activity> activities(
      AggregateStore store, Ownership ownership, LifeCycle<ActivityCommand, Activity> lifeCycle) {
    return store.aggregates(ActivityStorage.type(ownership, lifeCycle));
  }

  @Bean
  IatiCodeLists iatiCodeLists() {
    return new KanminCodeLists();
  }

  @Bean
  IatiReader iatiReader(IatiCodeLists codeLists, Clock clock) {
    return new IatiReader(ReadLimits.STANDARD, codeLists, clock);
  }

  @Bean
  IatiValidator iatiValidator(IatiCodeLists codeLists, Clock clock) {
    return new IatiValidator(codeLists, clock);
  }
}
