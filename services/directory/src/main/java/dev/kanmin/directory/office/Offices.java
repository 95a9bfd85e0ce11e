package dev.kanmin.directory.office;

import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.StoreIndex;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything that an office is to the platform. It has no card: others name it on theirs. */
@Configuration(proxyBeanMethods = false)
class Offices {
  static final String AGENCY = "keys.agency";
  static final String STATE = "keys.state";

  static final AggregateType<OfficeCommand, OfficeEvent, Office> TYPE =
      AggregateType.of(
              "office",
              "off",
              OfficeRules.NO_SUCH_OFFICE,
              OfficeEvent.class,
              Office.class,
              new OfficeDecider())
          .bornBy(OfficeLifeCycle.TABLE::bears)
          .card(office -> Optional.empty())
          .keys(
              office ->
                  new Document("agency", office.agency().code())
                      .append("state", office.state().code()),
              List.of(StoreIndex.ascending("by-agency", AGENCY, "_id")))
          .build();

  @Bean
  Aggregates<OfficeCommand, OfficeEvent, Office> officeAggregates(AggregateStore store) {
    return store.aggregates(TYPE);
  }
}
