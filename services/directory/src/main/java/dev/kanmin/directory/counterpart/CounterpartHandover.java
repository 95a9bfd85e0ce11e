package dev.kanmin.directory.counterpart;

import com.mongodb.client.model.Filters;
import dev.kanmin.directory.office.LookedAfter;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.inbox.Policies;
import dev.kanmin.events.inbox.Policy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Counterparts that an office looks after go with its work. */
@Configuration(proxyBeanMethods = false)
class CounterpartHandover {

  @Bean
  LookedAfter<CounterpartCommand, CounterpartEvent> counterpartWork(
      Aggregates<CounterpartCommand, CounterpartEvent, Counterpart> counterparts) {
    return new LookedAfter<>(
        counterparts,
        CounterpartKeys.OWNER,
        CounterpartKeys.OFFICE,
        Filters.eq(CounterpartKeys.STATE, CounterpartState.ACTIVE.code()));
  }

  @Bean
  Policy counterpartsOfOffice(
      Policies policies, LookedAfter<CounterpartCommand, CounterpartEvent> work) {
    return work.goingWithTheOffice(
        policies,
        "counterparts-go-with-the-office",
        CounterpartEvent.CounterpartHandedOver.class,
        CounterpartCommand.HandOver::new);
  }
}
