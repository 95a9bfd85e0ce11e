package dev.kanmin.odalinkage.activity;

import dev.kanmin.events.AggregateStore;
import dev.kanmin.events.Aggregates;
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
  Aggregates<ActivityCommand, ActivityEvent, Activity> activities(
      AggregateStore store, ActivityProperties properties) {
    return store.aggregates(ActivityStorage.type(new Delegations(properties.delegations())));
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
