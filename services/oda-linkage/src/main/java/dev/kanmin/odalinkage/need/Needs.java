package dev.kanmin.odalinkage.need;

import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.Aggregates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a need is to the platform. */
@Configuration(proxyBeanMethods = false)
public class Needs {
  public static final AggregateType<NeedCommand, NeedEvent, Need> TYPE =
      AggregateType.of(
              NeedLifeCycle.KIND,
              "need",
              NeedRules.NO_SUCH_NEED,
              NeedEvent.class,
              Need.class,
              new NeedDecider())
          .bornBy(NeedLifeCycle.TABLE::bears)
          .card(NeedCard::of)
          .keys(NeedKeys::of, NeedKeys.INDEXES)
          .build();

  @Bean
  Aggregates<NeedCommand, NeedEvent, Need> needAggregates(AggregateStore store) {
    return store.aggregates(TYPE);
  }
}
