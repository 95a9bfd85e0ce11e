package dev.kanmin.directory.counterpart;

import dev.kanmin.directory.merge.Merges;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.Aggregates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything that a counterpart is to the platform. */
@Configuration(proxyBeanMethods = false)
class Counterparts {
  static final AggregateType<CounterpartCommand, CounterpartEvent, Counterpart> TYPE =
      AggregateType.of(
              "counterpart",
              "cpt",
              CounterpartRules.NO_SUCH_COUNTERPART,
              CounterpartEvent.class,
              Counterpart.class,
              new CounterpartDecider())
          .bornBy(CounterpartLifeCycle.TABLE::bears)
          .card(CounterpartCard::of)
          .keys(CounterpartKeys::of, CounterpartKeys.INDEXES)
          .build();

  @Bean
  Aggregates<CounterpartCommand, CounterpartEvent, Counterpart> counterpartAggregates(
      AggregateStore store) {
    return store.aggregates(TYPE);
  }

  @Bean
  Merges counterpartMerges(AggregateStore store) {
    return new Merges(store, "counterpart-merges");
  }
}
