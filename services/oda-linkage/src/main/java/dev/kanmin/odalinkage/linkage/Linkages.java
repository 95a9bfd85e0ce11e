package dev.kanmin.odalinkage.linkage;

import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.Aggregates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a linkage is to the platform. */
@Configuration(proxyBeanMethods = false)
public class Linkages {
  public static final AggregateType<LinkageCommand, LinkageEvent, Linkage> TYPE =
      AggregateType.of(
              LinkageLifeCycle.KIND,
              "lnk",
              LinkageRules.NO_SUCH_LINKAGE,
              LinkageEvent.class,
              Linkage.class,
              new LinkageDecider())
          .bornBy(LinkageLifeCycle.TABLE::bears)
          .card(LinkageCard::of)
          .keys(LinkageKeys::of, LinkageKeys.INDEXES)
          .build();

  @Bean
  Aggregates<LinkageCommand, LinkageEvent, Linkage> linkageAggregates(AggregateStore store) {
    return store.aggregates(TYPE);
  }
}
